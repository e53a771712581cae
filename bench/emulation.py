"""The emulation as the thing measured: one lane of a generated profile, run headless and recorded, and what its workers did meanwhile."""
import json
import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import peer
from measured import Collecting, Measured, Replies, ThreadReading
from program import ROOT

LOOK_SECONDS = 0.02
PATIENCE_SECONDS = 40
MARGIN_SECONDS = 0.2
# Read by coreloom.workload.WorkerCommand: options for workers that no profile has.
WORKER_OPTIONS = "coreloom.worker.options"
# Those that only a measurement wants; all others come with the program.
KERNELS = ROOT / "bench/kernels"


@dataclass(frozen=True)
class Lane:
    """
    A lane to measure.

    settings: further keys of the profile, as pairs
    without: parts of the emulation to leave out, for an ablation
    """
    variant: str
    kernel: str
    workers: int
    settings: tuple = ()
    without: tuple = ()

    def profile(self, seconds, baseline):
        keys = {"duration_seconds": seconds, "baseline_millis": round(1000 * baseline), "warm_up_millis": 1000, **dict(self.settings)}
        return "\n".join(["# One lane, measured beside CPython.", "[[lane]]", f'variant = "{self.variant}"', f'kernel = "{self.kernel}"',
                          f"workers = {self.workers}", *[f"{key} = {json.dumps(value)}" for key, value in keys.items()], ""])


class NotThere(Exception):
    """The program has no such variant, kernel or key yet; a sentence."""


class Run:
    """A run under way: the recording as far as it has come."""

    def __init__(self, process, file):
        self.process, self.file, self.position, self.lines = process, file, 0, []

    def look(self):
        """Takes in what was recorded since; a line that is not whole yet waits for the next look."""
        if os.path.exists(self.file):
            with open(self.file, "rb") as recording:
                recording.seek(self.position)
                text = recording.read()
            whole = text[:text.rfind(b"\n") + 1]
            self.position += len(whole)
            self.lines += [line for line in map(json.loads, whole.splitlines()) if "seq" in line]

    def phase(self):
        """Of the lane, in the newest line that tells."""
        return next((line["lanes"][-1]["phase"] for line in reversed(self.lines) if line.get("lanes")), "starting")

    def await_measured(self):
        end = time.monotonic() + PATIENCE_SECONDS
        while self.phase() != "measured" and self.process.poll() is None and time.monotonic() < end:
            time.sleep(LOOK_SECONDS)
            self.look()
        return self.phase() == "measured"

    def workers(self):
        """(pid, tid) of each worker, in order, in the newest line."""
        return [(each["pid"], each["tid"]) for each in sorted(self.lines[-1]["workers"], key=lambda each: each["number"])]


def run(launcher, case):
    """Measures its lane once. Raises NotThere when the program refuses the profile, SystemExit when it cannot be measured."""
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        shutil.copytree(KERNELS, os.path.join(folder, "kernels"))
        Path(folder, "fidelity.toml").write_text(case.lane.profile(case.seconds, case.baseline))
        recording = os.path.join(folder, "session.jsonl")
        process = subprocess.Popen([launcher, "run", "fidelity", "--profiles", folder, "--headless", "--json", "--record", recording],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=environment(case.lane, folder))
        under_way = Run(process, recording)
        times = watched(under_way, case.seconds)
        text, words = process.communicate()
        under_way.look()
        if times is None:
            raise NotThere(words.strip().splitlines()[0] if words.strip() else f"exit code {process.returncode}")
        return result(under_way, json.loads(text)["lanes"][0], times, os.path.join(folder, "replies"))


def environment(lane, folder):
    """That of the program: what workers are told that no profile can say."""
    options = ["--without", "+".join(lane.without)] if lane.without else []
    options += ["--replies", os.path.join(folder, "replies")] if lane.kernel == "echo" else []
    return dict(os.environ, CORELOOM_JAVA_OPTIONS=f"-D{WORKER_OPTIONS}={','.join(options)}" if options else "")


def watched(run, seconds):
    """Threads' times in a window within the measured phase; None where it never came."""
    if not run.await_measured():
        return None
    first = ThreadReading.of(run.workers())
    time.sleep(max(0.1, seconds - MARGIN_SECONDS))
    return ThreadReading.of(run.workers()).since(first)


def result(run, document, times, replies):
    """What the recorded counters say of the measured phase."""
    if document["trouble"]:
        raise SystemExit(f"The emulation had trouble: {document['trouble']}")
    lines = phase_lines(run.lines)
    first, last = lines[0], lines[-1]
    workers = list(zip(by_number(first), by_number(last)))
    seconds = (last["mono_ns"] - first["mono_ns"]) / 1e9
    handoffs = difference(workers, "handoffs")
    units = [now["units"] - then["units"] for then, now in workers]
    alone = sum(units) / seconds / document["speedUp"] if document["speedUp"] else None
    found = peer.replies(replies, first["mono_ns"], last["mono_ns"]) if os.path.exists(replies) else []
    return Measured(seconds, units, times, alone, handoffs, difference(workers, "returns") / handoffs if handoffs else None, Replies.of(found),
                    Collecting.of(difference(workers, "collections"), difference(workers, "pause_ns"), waited(workers, "gc")))


def phase_lines(lines):
    """Those of the measured phase, its edges included."""
    phase, found = "", []
    for line in lines:
        phase = line["lanes"][-1]["phase"] if line.get("lanes") else phase
        if phase == "measured":
            found.append(line)
    return found


def by_number(line):
    return sorted(line["workers"], key=lambda each: each["number"])


def difference(workers, key):
    return sum(now.get(key, 0) - then.get(key, 0) for then, now in workers)


def waited(workers, kind):
    """By all of them for that kind of thing, ns."""
    return sum(now.get("wait_ns", {}).get(kind, 0) - then.get("wait_ns", {}).get(kind, 0) for then, now in workers)
