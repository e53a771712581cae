"""Work outside of a critical section that all workers of the process share, then inside of it."""

import asyncio

from harness.spinning import spin


def unit(work, number):
    outside = work.outside_steps
    critical = work.critical_steps
    mutex = work.lock

    def lock(value):
        x = spin(value, outside)
        mutex.acquire()
        x = spin(x, critical)
        mutex.release()
        return x
    return lock


_mutexes = {}


def coroutine(work, number):
    outside = work.outside_steps
    critical = work.critical_steps
    mutex = _mutexes.setdefault(work, asyncio.Lock())

    async def lock(value):
        x = spin(value, outside)
        async with mutex:
            x = spin(x, critical)
        await asyncio.sleep(0)
        return x
    return lock
