#!/usr/bin/env python3
"""Is the on-CPU time of a lane, as the snapshots have it, the time that the kernel itself charged to its processes?

Records a lane headless and meanwhile reads /proc/PID/stat of the monitor's children, which the kernel keeps apart from the per-thread
figures that the snapshots hold. Both are then compared over one window inside the lane's measured phase.
"""
import json
import os
import tempfile
import time
from dataclasses import dataclass

from figures import Bound, Row, Table
from machine import children, say, stat, undisturbed
from program import document, first_sentence, options, shown, start, this_command

LANES = ("threads", "processes", "gil", "gil-processes")
LOOK_SECONDS = 0.05


@dataclass(frozen=True)
class Reading:
    """On-CPU time of all processes of a lane, since they began, at one instant of the monotonic clock."""
    at: float
    seconds: float


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--duration", type=int, default=10, help="seconds that each lane is measured; default %(default)s")
    chosen = parser.parse_args()
    table = Table(first_sentence(__doc__), [this_command(), shown(command(chosen, "LANE", "FILE"))], [
        "utime + stime of the lane's processes, threads that have ended included, against the sum of on_cpu_ns of all their threads, "
        "straight-line between the two snapshots on either side of each reading. Judged by the worst round."])
    for lane in LANES:
        found = []
        for turn in range(chosen.rounds):
            say(f"oncpu: {lane}, round {turn + 1} of {chosen.rounds}")
            found.append(undisturbed(lambda: compare(chosen, lane), chosen.repeats))
        table.rows += rows(lane, [result for result, _ in found], max(foreign for _, foreign in found))
    print(table.markdown())


def command(chosen, lane, file):
    return [chosen.launcher, "run", "cpu", "--workers", "2", "--lanes", lane, "--duration", f"{chosen.duration}s", "--headless", "--json",
            "--record", file]


def rows(lane, found, foreign):
    differences = [100 * abs(ours - kernel) / kernel for kernel, ours in found]
    return [Row(f"{lane}: kernel", "s", [kernel for kernel, _ in found]), Row(f"{lane}: snapshots", "s", [ours for _, ours in found]),
            Row(f"{lane}: snapshots differ by", "%", differences, Bound(high=1), foreign, max)]


def compare(chosen, lane):
    """Runs the lane; returns its on-CPU seconds in one window, as the kernel says and as the snapshots say."""
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        file = os.path.join(folder, "session.jsonl")
        with open(os.devnull, "w") as nowhere:
            process = start(command(chosen, lane, file), stderr=nowhere)
        by_kernel = kernel_readings(process)
        document(process)
        measured = measured_readings(file)
    inside = [each for each in by_kernel if measured and measured[0].at <= each.at <= measured[-1].at]
    if len(inside) < 2:
        raise SystemExit(f"Lane {lane} was not measured long enough to compare; --duration 5 is enough.")
    first, last = inside[0], inside[-1]
    return last.seconds - first.seconds, between(measured, last.at) - between(measured, first.at)


def kernel_readings(process):
    """Looks at the children of the monitor again and again until it ends."""
    found = []
    while process.poll() is None:
        before = time.monotonic()
        stats = [stat(child) for child in children(process.pid)]
        at = (before + time.monotonic()) / 2
        found.append(Reading(at, sum(each.cpu_seconds for each in stats if each)))
        time.sleep(LOOK_SECONDS)
    return found


def measured_readings(file):
    """What each snapshot of the measured phase says. A thread that a line leaves out has not changed; one that is gone keeps its time."""
    threads, phase, found = {}, "", []
    with open(file) as lines:
        next(lines)
        for line in map(json.loads, lines):
            for thread in line["threads"]:
                threads[thread["pid"], thread["tid"], thread["start"]] = thread.get("on_cpu_ns", 0)
            phase = line["lanes"][-1]["phase"] if "lanes" in line else phase
            if phase == "measured":
                found.append(Reading(line["mono_ns"] / 1e9, sum(threads.values()) / 1e9))
    return found


def between(readings, at):
    """On-CPU seconds at that instant, on the straight line between the neighbouring readings."""
    for earlier, later in zip(readings, readings[1:]):
        if earlier.at <= at <= later.at:
            part = (at - earlier.at) / (later.at - earlier.at)
            return earlier.seconds + part * (later.seconds - earlier.seconds)
    raise ValueError("no snapshots on both sides of a reading")


if __name__ == "__main__":
    main()
