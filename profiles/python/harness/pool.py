"""A process pool: this process hands out tasks, each of which is one work unit."""

import multiprocessing
import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from time import monotonic

from .crew import fail, name_thread, warm_up
from .gate import Gate
from .telemetry import ABANDONED, Counter, obey

TASKS_PER_WORKER = 2
"""Tasks under way for each worker: one that it does, and one that waits for it."""


class Member:
    """A worker process of the pool."""

    def __init__(self, work, number):
        self.counter = Counter(work.telemetry, number)
        self.counter.introduce()
        self.unit = work.unit(number)
        self.value = 0

    def do(self):
        self.value = self.unit(self.value)
        self.counter.add()


class Shared:
    """What the pool's processes inherit."""

    def __init__(self, work):
        context = multiprocessing.get_context("fork")
        self.context = context
        self.work = work
        self.next_number = context.Value("i", 0)
        self.alone = context.Lock()
        self.all_here = context.Barrier(work.workers)
        self.lifeline, self.held_by_parent = os.pipe()


_shared = None
_member = None


def _enter(shared):
    """Begins the life of a worker process."""
    global _shared, _member
    try:
        os.close(shared.held_by_parent)
        threading.Thread(target=_end_with_parent, args=(shared.lifeline,), daemon=True).start()
        with shared.next_number.get_lock():
            number = shared.next_number.value
            shared.next_number.value += 1
        name_thread("worker-%d" % number)
        _shared = shared
        _member = Member(shared.work, number)
    except BaseException:
        fail()


def _end_with_parent(lifeline):
    os.read(lifeline, 1)
    os._exit(ABANDONED)


def _warm_up(until):
    """A task that each worker gets one of, because none ends before all have begun."""
    _shared.all_here.wait()
    _member.value = warm_up(_member.unit, until)


def _do():
    _member.do()


def _do_alone():
    """A unit while no other worker of the pool does one: what one worker gets done, with its next task at hand."""
    with _shared.alone:
        _member.do()


class Submitter:
    """Keeps tasks under way for as long as the gate is open."""

    def __init__(self, pool, gate, workers):
        self._pool = pool
        self._gate = gate
        self._slots = {True: threading.Semaphore(TASKS_PER_WORKER), False: threading.Semaphore(TASKS_PER_WORKER * workers)}

    def submit(self):
        while True:
            self._gate.wait_for_turn(0)
            alone = self._gate.alone
            slots = self._slots[alone]
            slots.acquire()
            self._pool.submit(_do_alone if alone else _do).add_done_callback(lambda done, slots=slots: _settle(done, slots))


def _settle(done, slots):
    slots.release()
    try:
        done.result()
    except BaseException:
        fail()


def run(work):
    shared = Shared(work)
    with ProcessPoolExecutor(work.workers, mp_context=shared.context, initializer=_enter, initargs=(shared,)) as pool:
        until = monotonic() + work.warm_up_seconds
        for warm in [pool.submit(_warm_up, until) for _ in range(work.workers)]:
            warm.result()
        gate = Gate([0])
        work.telemetry.ready()
        threading.Thread(target=obey, args=(gate, sys.stdin.buffer), daemon=True).start()
        Submitter(pool, gate, work.workers).submit()
