"""Part 1: on-CPU time, run delay and context switches beside what perf records of the scheduler, over the same window."""
import os
import re
import signal
import subprocess
import time

from accuracy_subject import Page, Process, attach, built, folder, recorded, watched
from figures import Bound, Row
from machine import stolen_seconds

THREADS = 4
SECONDS = 10
LEAD_SECONDS = 1
# What a line of `perf sched timehist --state` says: when a thread left its core, and how long it had waited, been ready and run before.
LINE = re.compile(r"^\s*(\d+\.\d+) \[\d+\]\s+.*\[(\d+)(?:/\d+)?\]\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+(\S)\S*\s*$")
# It cuts times to whole µs.
HALF_MICRO = 500
# A thread that left its core in one of these states was still ready; the last two are what an older perf makes of "preempted".
READY = "RW?"


class Scheduler:
    """`perf sched record` while it runs; for a `with`. `obstacle` says why it could not."""

    def __init__(self, file):
        self.file, self.obstacle = file, ""
        command = ["perf", "sched", "record", "-k", "CLOCK_MONOTONIC", "-o", file]
        try:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            time.sleep(LEAD_SECONDS)
            if self.process.poll() is not None:
                self.obstacle = (self.process.stderr.read().strip().splitlines() or ["it ended at once"])[-1]
        except OSError as e:
            self.process, self.obstacle = None, str(e)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            time.sleep(LEAD_SECONDS)
            self.process.send_signal(signal.SIGINT)
            self.process.communicate()

    def threads(self, pid, began, ended):
        """By thread id: ns on a core and ready, and how often put on a core, within that window of CLOCK_MONOTONIC."""
        done = subprocess.run(["perf", "sched", "timehist", "--state", "-p", str(pid), "-i", self.file], capture_output=True, text=True)
        found, left = {}, {}
        for line in map(LINE.match, done.stdout.splitlines()):
            if line:
                tid, end = int(line[2]), nanos(line[1], 1e9)
                waited, delayed, ran = (nanos(word, 1e6) for word in line.group(3, 4, 5))
                ready = delayed + (waited if left.get(tid, "S") in READY else 0)
                left[tid] = line[6]
                thread = found.setdefault(tid, {"on_cpu_ns": 0, "run_delay_ns": 0, "slices": 0})
                thread["on_cpu_ns"] += clipped(end - ran, end, began, ended)
                thread["run_delay_ns"] += clipped(end - ran - ready, end - ran, began, ended)
                thread["slices"] += began <= end - ran < ended
        return found


def nanos(word, unit):
    """A figure of perf's, which ends with the µs, in ns."""
    value = round(float(word) * unit)
    return value + HALF_MICRO if value else 0


def clipped(low, high, began, ended):
    return max(0, min(high, ended) - max(low, began))


def measure(chosen):
    """The same window by ours, by perf and by the program itself; each by thread."""
    with folder() as here:
        page, session = Page(os.path.join(here, "page"), THREADS), os.path.join(here, "session.jsonl")
        with Process([built("accuracy_target", here), "mixed", str(THREADS), page.path]) as target:
            with Scheduler(os.path.join(here, "perf.data")) as scheduler:
                stolen = stolen_seconds()
                watched(attach(chosen.launcher, target.pid, SECONDS, "--record", session), page.look)
                stolen = stolen_seconds() - stolen
                for _ in range(20):
                    time.sleep(0.01)
                    page.look()
            ours = recorded(session)
            perf = {} if scheduler.obstacle else scheduler.threads(target.pid, ours.began, ours.ended)
            return {"seconds": ours.seconds, "ours": listed(ours.differences), "perf": listed(perf), "self": listed(itself(page, ours)),
                    "stolen": stolen,
                    "obstacle": scheduler.obstacle or ("" if perf else "its recording has no switch of the program's threads")}


def listed(threads):
    return [threads[tid] for tid in sorted(threads)]


def itself(page, ours):
    """What getrusage and its own clock tell each thread of the program."""
    found = {}
    for key, pick in (("on_cpu_ns", lambda truth: truth.cpu), ("slices", lambda truth: truth.switches)):
        ends = [page.at(at, pick, lambda truth: truth.taken) for at in (ours.began, ours.ended)]
        for tid in ends[0]:
            found.setdefault(tid, {})[key] = ends[1][tid] - ends[0][tid]
    return found


WHAT = (("on_cpu_ns", "on-CPU time", "s", 1e9, 1), ("run_delay_ns", "run delay", "s", 1e9, 5), ("slices", "context switches", "", 1, 1))


def total(threads, key):
    return sum(thread[key] for thread in threads) if threads and key in threads[0] else None


def difference(ours, theirs):
    """Percent; None where one of them is not known."""
    return None if ours is None or not theirs else 100 * abs(ours - theirs) / theirs


def rows(rounds):
    """rounds: what `measure` gave, with the foreign load of each."""
    foreign = max(each["foreign"] for each in rounds)
    made = []
    for key, what, unit, scale, limit in WHAT:
        totals = {side: [total(each[side], key) for each in rounds] for side in ("ours", "perf", "self")}
        for side, words in (("ours", "coreloom"), ("perf", "perf"), ("self", "the program's own")):
            if None not in totals[side]:
                made.append(Row(f"{what}, {words}", unit, [value / scale for value in totals[side]]))
        for side, words in (("perf", "perf"), ("self", "the program's own")):
            found = [difference(ours, theirs) for ours, theirs in zip(totals["ours"], totals[side])]
            if None not in found:
                made.append(Row(f"{what}: differs from {words} by", "%", found, Bound(high=limit), foreign, max))
                made.append(Row(f"{what}: the thread that differs most", "%", [worst(each, side, key) for each in rounds]))
    return [*made, Row("stolen by the hypervisor meanwhile, of all cores", "s", [each["stolen"] for each in rounds])]


def worst(measured, side, key):
    return max(difference(ours[key], theirs[key]) or 0 for ours, theirs in zip(measured["ours"], measured[side]))


def notes(rounds):
    blocked = sorted({each["obstacle"] for each in rounds if each["obstacle"]})
    return [f"A program of {THREADS} threads: one computes, one computes and sleeps, two share a lock, compute and wait in poll. perf's side is "
            "the sum of `perf sched timehist --state`, cut to the window of our snapshots; a thread's run delay there is its scheduling delay, and "
            "its wait where it had been taken off its core while ready. The program's own figures are of getrusage(RUSAGE_THREAD) and "
            "CLOCK_THREAD_CPUTIME_ID. For perf a thread runs from switch to switch; the clock of the kernel, which schedstat and both of these read, leaves "
            "out what the hypervisor stole meanwhile.", *[f"**perf could not record**: {why}" for why in blocked]]
