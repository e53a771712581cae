"""Coroutines on one event loop. A worker is a coroutine: all of them are the same thread."""

import asyncio
import sys
import threading
from time import monotonic

from .crew import fail, name_thread
from .telemetry import Counter, obey


class LoopGate:
    """As :class:`harness.gate.Gate`, for coroutines: all but ``obey`` happens on the loop."""

    def __init__(self, workers):
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Condition()
        self.open = [False] * workers

    def obey(self, order):
        """Hands an order to the loop, from another thread."""
        if order in ("baseline", "run"):
            asyncio.run_coroutine_threadsafe(self._turn(order == "baseline"), self._loop)

    async def _turn(self, alone):
        async with self._changed:
            self.open[:] = [number == 0 or not alone for number in range(len(self.open))]
            self._changed.notify_all()

    async def wait_for_turn(self, number):
        async with self._changed:
            while not self.open[number]:
                await self._changed.wait()


def _yielding(unit):
    """A coroutine of a unit that never waits: it lets the loop go on after each."""
    async def yielding(value):
        result = unit(value)
        await asyncio.sleep(0)
        return result
    return yielding


async def _warm_up(unit, value, until):
    while monotonic() < until:
        value = await unit(value)
    return value


async def _repeat(unit, value, number, gate, counter):
    while True:
        await gate.wait_for_turn(number)
        while gate.open[number]:
            value = await unit(value)
            counter.add()
        counter.report()


async def _work(work):
    gate = LoopGate(work.workers)
    counters = [Counter(work.telemetry, number) for number in range(work.workers)]
    units = [work.coroutine(number) or _yielding(work.unit(number)) for number in range(work.workers)]
    for counter in counters:
        counter.introduce()
    until = monotonic() + work.warm_up_seconds
    values = await asyncio.gather(*(_warm_up(unit, work.start(number), until) for number, unit in enumerate(units)))
    work.telemetry.ready()
    threading.Thread(target=obey, args=(gate, sys.stdin.buffer), daemon=True).start()
    await asyncio.gather(*(_repeat(units[i], values[i], i, gate, counters[i]) for i in range(work.workers)))


def run(work):
    name_thread("event-loop")
    try:
        asyncio.run(_work(work))
    except BaseException:
        fail()
