#!/usr/bin/env python3
"""How much room does a recording take, beside atop's raw log of the same load, and what does it cost to record?

Watches a process of 10, 100 and 1000 threads at a period of one second, recording plain and compressed; and atop writes its raw log of the same. What
recording costs is seen in one dashboard that records by turns: two processes differ by more than that. CPU time is that of the whole process tree by the
kernel's clocks.
"""
import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from statistics import mean, median

from figures import Bound, Row, Table
from machine import say, tree_seconds, undisturbed
from program import first_sentence, options, shown, this_command
from pseudo_terminal import PseudoTerminal
from watched import Target, isolate, isolation_note

PLAIN, COMPRESSED, ATOP = "plain", "gz", "atop -w"
END_SECONDS = 10


@dataclass(frozen=True)
class Log:
    """What a window cost, and how much longer the log grew in it."""
    cpu_millis_per_second: float
    bytes_per_second: float


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--threads", default="10,100,1000", help="sizes of the target; default %(default)s")
    parser.add_argument("--warm-up", type=float, default=30, help="seconds that a monitor runs before it counts; default %(default)s")
    parser.add_argument("--window", type=float, default=60, help="seconds that count, full lines among them; default %(default)s")
    parser.add_argument("--turns", type=int, default=4, help="how often a dashboard records and does not; default %(default)s")
    parser.add_argument("--turn", type=float, default=15, help="seconds of each; default %(default)s")
    chosen = parser.parse_args()
    isolate()
    table = Table(first_sentence(__doc__), [this_command(), *(shown(words) for words in commands(chosen, "PID", "FILE").values())], [
        f"Each ran {chosen.warm_up:g} s before its window of {chosen.window:g} s, at one snapshot a second. " + isolation_note()
        + ("" if shutil.which("atop") else " There is no atop here.")])
    for threads in map(int, chosen.threads.split(",")):
        found = {monitor: [] for monitor in commands(chosen, "", "")}
        for turn in range(chosen.rounds):
            one_round(chosen, threads, turn, found)
        table.rows += rows(threads, found) + [recording_row(chosen, threads)]
    print(table.markdown())


def commands(chosen, pid, file):
    ours = [chosen.launcher, "attach", str(pid), "--headless"]
    theirs = {ATOP: ["atop", "-a", "-w", file, "1"]} if shutil.which("atop") else {}
    return {PLAIN: [*ours, "--record", f"{file}.jsonl"], COMPRESSED: [*ours, "--record", f"{file}.jsonl.gz"], **theirs}


def one_round(chosen, threads, turn, found):
    order = list(found)[turn % len(found):] + list(found)[:turn % len(found)]
    with Target(threads) as target:
        for monitor in order:
            say(f"session_size: {threads} threads, round {turn + 1} of {chosen.rounds}, {monitor}")
            found[monitor].append(watch(chosen, monitor, target.pid))


def watch(chosen, monitor, pid):
    """The log of a monitor once warm, and the foreign load of its window; a disturbed window is followed by another one."""
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        command = commands(chosen, pid, os.path.join(folder, "log"))[monitor]
        with open(os.devnull, "w") as nowhere:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=nowhere, stderr=nowhere)
        try:
            time.sleep(chosen.warm_up)
            return undisturbed(lambda: window(process, folder, chosen.window), chosen.repeats)
        finally:
            process.terminate()
            end(process)


def end(process):
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def window(process, folder, seconds):
    cpu, size = tree_seconds(process.pid), bytes_in(folder)
    time.sleep(seconds)
    if process.poll() is not None:
        raise SystemExit(f"{shown(process.args)} ended by itself with exit code {process.returncode}.")
    return Log((tree_seconds(process.pid) - cpu) * 1000 / seconds, (bytes_in(folder) - size) / seconds)


def bytes_in(folder):
    return sum(entry.stat().st_size for entry in os.scandir(folder))


def rows(threads, found):
    made = []
    for monitor, logs in found.items():
        foreign = max(load for _, load in logs)
        made.append(Row(f"{threads} threads, {monitor}: CPU", "ms/s", [log.cpu_millis_per_second for log, _ in logs], foreign_cores=foreign))
        made.append(Row(f"{threads} threads, {monitor}: log", "bytes/snapshot", [log.bytes_per_second for log, _ in logs], foreign_cores=foreign))
    if ATOP in found:
        made.append(Row(f"{threads} threads: gz to atop's log", "ratio", ratios(found, COMPRESSED, ATOP, "bytes_per_second"), Bound(high=1)))
    return made


# --- what it costs to record -----------------------------------------------------------------------------------------
def recording_row(chosen, threads):
    say(f"session_size: {threads} threads, recording by turns")
    with Target(threads) as target, tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        there = ["sh", "-c", 'cd "$0" && exec "$@"', folder, chosen.launcher, "attach", str(target.pid)]
        with PseudoTerminal(there) as terminal:
            terminal.pump(chosen.warm_up)
            costs, foreign = undisturbed(lambda: by_turns(terminal, chosen), chosen.repeats)
    return Row(f"{threads} threads: recording costs of all that the dashboard uses", "%", [costs], Bound(high=10), foreign)


def by_turns(terminal, chosen):
    """How much more is used while it records, in percent: each turn that records lies between two that do not."""
    without, recording = [used(terminal, chosen.turn)], []
    for _ in range(chosen.turns):
        terminal.send(b"r")
        recording.append(used(terminal, chosen.turn))
        terminal.send(b"r")
        without.append(used(terminal, chosen.turn))
    return 100 * (mean(recording) / mean(without) - 1)


def used(terminal, seconds):
    terminal.pump(1)
    before = tree_seconds(terminal.pid)
    terminal.pump(seconds)
    return tree_seconds(terminal.pid) - before


def ratios(found, one, other, what):
    """Of the medians: the rounds of two monitors are not pairs."""
    return [median(getattr(log, what) for log, _ in found[one]) / median(getattr(log, what) for log, _ in found[other])]


if __name__ == "__main__":
    main()
