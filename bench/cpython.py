"""A real CPython as the thing measured: where it is, a kernel running on it, and what its workers did in a window."""
import json
import mmap
import os
import struct
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from cpython_lock import CPythonLock, Unreadable
from cpython_subject import ALL, COLLECTIONS, END, FIRST, LINE, PAUSED, PID, RETURNS, STALLED, TID, TURNS, UNITS
from machine import which
from measured import Collecting, Measured, Replies, ThreadReading
from peer import Peer

SUBJECT = Path(__file__).resolve().with_name("cpython_subject.py")
NAMES = ("python3.12", "python3.13", "python3.14", "python3.13t", "python3.14t")
ABOUT = ("import sys, sysconfig; print('.'.join(map(str, sys.version_info[:3])), "
         "int(bool(sysconfig.get_config_var('Py_GIL_DISABLED'))), int(getattr(sys, '_is_gil_enabled', lambda: True)()))")
SETTLE_SECONDS = 0.4
COUNTED = (UNITS, TURNS, RETURNS, COLLECTIONS, PAUSED, STALLED)


@dataclass(frozen=True)
class Interpreter:
    """A CPython that can be run; `threaded` where it is the free-threaded build, its lock off."""
    path: str
    version: str
    free_threaded: bool

    @property
    def minor(self):
        return tuple(int(word) for word in self.version.split(".")[:2])

    def __str__(self):
        return f"CPython {self.version}" + (" free-threaded" if self.free_threaded else "")


def interpreter(path):
    """The interpreter at that path or of that name; None where it cannot be run."""
    try:
        words = subprocess.run([path, "-c", ABOUT], capture_output=True, text=True, timeout=20).stdout.split()
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Interpreter(path, words[0], words[1:] == ["1", "0"]) if len(words) == 3 else None


def interpreters(given):
    """Those given, else each version of those on PATH once."""
    found = [interpreter(path) for path in given or which(*NAMES)]
    if given and None in found:
        raise SystemExit(f"{given[found.index(None)]} is no CPython that can be run.")
    by_version = {}
    for each in filter(None, found):
        by_version.setdefault((each.version, each.free_threaded), each)
    return list(by_version.values())


@dataclass(frozen=True)
class Job:
    """What a subject does. `how` and `kernel` are words of cpython_subject.py, `more` its further settings."""
    kernel: str
    workers: int
    how: str = "threads"
    interval: float = 0.005
    more: tuple = ()

    def settings(self, folder):
        return dict({"kernel": self.kernel, "workers": self.workers, "how": self.how, "interval": self.interval, "steps": 15_000,
                     "page": os.path.join(folder, "page"), "socket": os.path.join(folder, "echo")}, **dict(self.more))


class Subject:
    """A running subject: its page, its lock where it can be read, and its workers."""

    def __init__(self, python, job, folder, meet=None):
        """meet: called with the path of the socket once the subject listens there"""
        settings = job.settings(folder)
        lines = job.workers + 2
        with open(settings["page"], "w+b") as file:
            file.truncate(8 * LINE * lines)
            self.page = memoryview(mmap.mmap(file.fileno(), 0)).cast("q")
        self.job = job
        self.process = subprocess.Popen([python.path, str(SUBJECT), json.dumps(settings)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, start_new_session=True, env=dict(os.environ, PYTHONHASHSEED="0"))
        answer = self.hear()
        if "listening" in answer:
            meet(answer["listening"])
            answer = self.hear()
        self.answer = answer
        self.lock, self.obstacle = None, ""
        if job.how != "processes" and not python.free_threaded:
            self.find_lock()

    def hear(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"The CPython subject ended early, with exit code {self.process.wait()}.")
        return json.loads(line)

    def find_lock(self):
        try:
            self.lock = CPythonLock(self.process.pid, self.set_interval)
        except Unreadable as why:
            self.obstacle = str(why)
        self.set_interval(self.job.interval)

    def set_interval(self, seconds):
        self.process.stdin.write(f"interval {seconds}\n")
        self.process.stdin.flush()
        self.hear()

    def column(self, which_number):
        """That number of every worker's line."""
        return [self.page[LINE * (1 + worker) + which_number] for worker in range(self.job.workers)]

    def threads(self):
        return list(dict.fromkeys(zip(self.column(PID), self.column(TID))))

    def order(self, what):
        self.page[0] = what

    def end(self):
        self.order(END)
        self.process.stdin.close()
        self.process.wait()
        if self.lock:
            self.lock.close()


def run(python, case, launcher):
    """Measures its job once."""
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        asking = []

        def meet(socket):
            period = dict(case.job.more)["request_period_micros"]
            asking.append(Peer(launcher, socket, os.path.join(folder, "replies"), period))
        try:
            subject = Subject(python, case.job, folder, meet)
            try:
                return measured(subject, case.seconds, case.baseline, asking[0] if asking else None)
            finally:
                subject.end()
        finally:
            for each in asking:
                each.end()


def alone(subject, seconds):
    """Units per second of the first worker, the others waiting."""
    subject.order(FIRST)
    time.sleep(SETTLE_SECONDS)
    before, began = sum(subject.column(UNITS)), time.monotonic()
    time.sleep(seconds)
    return (sum(subject.column(UNITS)) - before) / (time.monotonic() - began)


@dataclass(frozen=True)
class Instant:
    """All that can be read of a subject, at one moment."""
    threads: ThreadReading
    columns: dict
    switches: Optional[int]

    @staticmethod
    def of(subject):
        return Instant(ThreadReading.of(subject.threads()), {each: subject.column(each) for each in COUNTED},
                       subject.lock.switches() if subject.lock else None)


def measured(subject, seconds, baseline, peer=None):
    """
    What its workers do in that many seconds; before, for `baseline` seconds, the first alone where that is not 0.

    peer: the process that asks, where one does
    """
    by_one = alone(subject, baseline) if baseline else None
    subject.order(ALL)
    time.sleep(SETTLE_SECONDS)
    first = Instant.of(subject)
    time.sleep(seconds)
    last = Instant.of(subject)
    columns = {each: [now - then for now, then in zip(last.columns[each], first.columns[each])] for each in last.columns}
    turns = sum(columns[TURNS])
    times = last.threads.since(first.threads)
    return Measured(times.seconds, columns[UNITS], times, by_one, last.switches - first.switches if subject.lock else None,
                    sum(columns[RETURNS]) / turns if turns else None,
                    Replies.of(peer.between(first.threads.at_nanos, last.threads.at_nanos)) if peer else None,
                    Collecting.of(sum(columns[COLLECTIONS]), sum(columns[PAUSED]), sum(columns[STALLED])))
