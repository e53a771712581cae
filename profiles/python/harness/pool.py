"""A process pool: this process submits calls, each of which is some work units."""

import multiprocessing
import os
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from time import monotonic

from .crew import fail, name_thread, warm_up
from .gate import Gate
from .telemetry import ABANDONED, Counter, obey

CALLS_PER_WORKER = 8
"""Calls under way for each worker; the pool's own queue holds fewer."""

CALLS_ALONE = 2
"""The same while only one worker may work: one call that is done, and one that waits."""


class Member:
    """A worker process of the pool."""

    def __init__(self, shared, number):
        self._shared = shared
        self._counter = Counter(shared.work.telemetry, number)
        self._counter.introduce()
        self._unit = shared.work.unit(number)
        self._value = shared.work.start(number)

    def warm_up(self, until):
        self._shared.all_here.wait()
        self._value = warm_up(self._unit, self._value, until)

    def call(self):
        """Does the units of one call."""
        for _ in range(self._shared.work.pool_call_units):
            self._do()

    def call_alone(self):
        """The same while no other worker does any, and only until others may: what one worker gets done, its next call at hand."""
        with self._shared.one_at_a_time:
            for _ in range(self._shared.work.pool_call_units):
                if not self._shared.alone.value:
                    break
                self._do()

    def _do(self):
        self._value = self._unit(self._value)
        self._counter.add()


class Shared:
    """What the pool's processes inherit."""

    def __init__(self, work):
        self.context = multiprocessing.get_context("fork")
        self.work = work
        self.next_number = self.context.Value("i", 0)
        self.alone = self.context.Value("b", False, lock=False)
        self.one_at_a_time = self.context.Lock()
        self.all_here = self.context.Barrier(work.workers)
        self.lifeline, self.held_by_parent = os.pipe()


_member = None


def _enter(shared):
    """Begins the life of a worker process."""
    global _member
    try:
        os.close(shared.held_by_parent)
        threading.Thread(target=_end_with_parent, args=(shared.lifeline,), daemon=True).start()
        with shared.next_number.get_lock():
            number = shared.next_number.value
            shared.next_number.value += 1
        name_thread("worker-%d" % number)
        _member = Member(shared, number)
    except BaseException:
        fail()


def _end_with_parent(lifeline):
    os.read(lifeline, 1)
    os._exit(ABANDONED)


def _warm_up(until):
    """A call that each worker gets one of, because none ends before all have begun."""
    _member.warm_up(until)


def _call():
    _member.call()


def _call_alone():
    _member.call_alone()


class PoolGate(Gate):
    """A gate for whoever submits, which tells the workers too whether only one of them may work."""

    def __init__(self, shared):
        super().__init__([0])
        self._shared = shared

    def obey(self, order):
        self._shared.alone.value = order == "baseline"
        super().obey(order)


def _submit(pool, gate, workers):
    """Keeps calls under way for as long as the gate is open."""
    slots = {True: threading.Semaphore(CALLS_ALONE), False: threading.Semaphore(CALLS_PER_WORKER * workers)}
    while True:
        gate.wait_for_turn(0)
        alone = gate.alone
        slots[alone].acquire()
        call = pool.submit(_call_alone if alone else _call)
        call.add_done_callback(lambda done, free=slots[alone]: _settle(done, free))


def _settle(done, free):
    free.release()
    try:
        done.result()
    except BaseException:
        fail()


def run(work):
    """Workers of a pool. Does not return."""
    shared = Shared(work)
    with ProcessPoolExecutor(work.workers, mp_context=shared.context, initializer=_enter, initargs=(shared,)) as pool:
        until = monotonic() + work.warm_up_seconds
        for warm in [pool.submit(_warm_up, until) for _ in range(work.workers)]:
            warm.result()
        gate = PoolGate(shared)
        work.telemetry.ready()
        threading.Thread(target=obey, args=(gate, sys.stdin.buffer), daemon=True).start()
        _submit(pool, gate, work.workers)
