"""What all parts of the accuracy page need: programs built on the spot, the page that a program writes its truth to, and ours watching."""
import json
import mmap
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from machine import LIBC
from program import document, start

HERE = Path(__file__).resolve().parent
LINE, TID, WAITED, NOW, SINCE, CPU, SWITCHES, UNITS, TAKEN, GUARD = 16, 0, 1, 6, 7, 8, 9, 10, 11, 12
LOOK_SECONDS = 0.01
TRIES = 1000
PATIENCE_SECONDS = 0.001
PR_SET_CHILD_SUBREAPER = 36


def folder():
    """A new folder on a disk, if the machine has one to write to: where fsync means something."""
    for place in ("/var/tmp", tempfile.gettempdir()):
        if os.access(place, os.W_OK) and not in_memory(place):
            return tempfile.TemporaryDirectory(prefix="coreloom-bench-", dir=place)
    return tempfile.TemporaryDirectory(prefix="coreloom-bench-")


def in_memory(place):
    """Whether that folder lies in a file system that has no disk."""
    kind = subprocess.run(["stat", "-f", "-c", "%T", place], capture_output=True, text=True).stdout.strip()
    return kind in ("tmpfs", "ramfs")


def built(name, into):
    """The C program of that name, compiled into a folder; returns its path."""
    program = os.path.join(into, name)
    try:
        subprocess.run(["cc", "-O1", "-pthread", "-o", program, str(HERE / f"{name}.c")], check=True)
    except (OSError, subprocess.CalledProcessError) as e:
        raise SystemExit(f"{name}.c could not be built: {e}. It needs a C compiler named cc.")
    return program


@dataclass(frozen=True)
class Truth:
    """What one thread had written when it was looked at. Times in ns; `waited` by number of the wait, the present one up to now."""
    tid: int
    at: int
    waited: list
    cpu: int
    switches: int
    units: int
    taken: int


class Page:
    """The file that a program writes its truth to, and everything read of it so far."""

    def __init__(self, path, threads):
        self.path, self.threads, self.readings = path, threads, []
        with open(path, "w+b") as file:
            file.truncate(8 * LINE * threads)
            self.numbers = memoryview(mmap.mmap(file.fileno(), 0)).cast("q")

    def look(self):
        """Reads every line; one that is written meanwhile is read again."""
        self.readings.append([self.line(number) for number in range(self.threads)])

    def line(self, number):
        base = LINE * number
        for attempt in range(TRIES):
            guard = self.numbers[base + GUARD]
            line = list(self.numbers[base:base + LINE])
            at = time.monotonic_ns()
            if guard % 2 == 0 and guard == self.numbers[base + GUARD]:
                waited = line[WAITED:WAITED + 5]
                if line[NOW]:
                    waited[line[NOW] - 1] += at - line[SINCE]
                return Truth(line[TID], at, waited, line[CPU], line[SWITCHES], line[UNITS], line[TAKEN])
            # Its thread may have lost its core while it wrote.
            time.sleep(PATIENCE_SECONDS if attempt % 3 == 2 else 0)
        raise SystemExit("The target was never seen between two changes of its page.")

    def at(self, nanos, pick, when=lambda truth: truth.at):
        """By thread id: a figure at that instant, on the straight line between the readings before and after."""
        found = {}
        for number in range(self.threads):
            lines = [reading[number] for reading in self.readings]
            found[lines[-1].tid] = straight([(when(line), pick(line)) for line in lines], nanos)
        return found


def straight(points, at):
    """The value at that instant, from (instant, value) in order of time."""
    for (before, low), (after, high) in zip(points, points[1:]):
        if before <= at <= after and after > before:
            return low + (high - low) * (at - before) / (after - before)
    raise SystemExit("The readings of the target do not cover the window of ours.")


def adopt_orphans():
    """From now on, what our programs leave behind becomes ours, so that its time is not taken for another program's."""
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


class Process:
    """A program with all that it starts, in a process group of its own; for a `with`."""

    def __init__(self, command, **more):
        more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more}
        self.process = subprocess.Popen(command, start_new_session=True, **more)
        self.pid = self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        try:
            while True:
                os.waitpid(-self.pid, 0)
        except ChildProcessError:
            pass


def attach(launcher, pid, seconds, *more):
    """The command that watches a process for so long."""
    return [launcher, "attach", str(pid), "--headless", "--json", "--duration", f"{seconds:g}s", *more]


def watched(command, meanwhile=lambda: None):
    """Runs ours to its end, calling `meanwhile` again and again; returns the document."""
    with open(os.devnull, "w") as nowhere:
        process = start(command, stderr=nowhere)
    while process.poll() is None:
        meanwhile()
        time.sleep(LOOK_SECONDS)
    return document(process)


@dataclass(frozen=True)
class Recorded:
    """The threads of a session between its first and its last measured snapshot; differences of cumulative readings by thread id."""
    began: int
    ended: int
    differences: dict

    @property
    def seconds(self):
        return (self.ended - self.began) / 1e9


def recorded(file):
    """What a session says of threads that were there all the time. A thread that a line leaves out has not changed."""
    now, first, phase, began, ended = {}, None, "", 0, 0
    with open(file) as lines:
        next(lines)
        for line in map(json.loads, lines):
            for thread in line["threads"]:
                now[thread["tid"]] = {key: thread.get(key, 0) for key in ("on_cpu_ns", "run_delay_ns", "slices")}
            phase = line["lanes"][-1]["phase"] if line.get("lanes") else phase
            if phase == "measured":
                began = began or line["mono_ns"]
                ended = line["mono_ns"]
                first = first or dict(now)
    if not first or ended <= began:
        raise SystemExit("The session has no two measured snapshots.")
    return Recorded(began, ended, {tid: {key: now[tid][key] - then[key] for key in then} for tid, then in first.items()})
