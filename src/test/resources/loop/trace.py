"""What CPython's own event loop does with coroutines.txt on a hand-turned clock: the order in which they get their turns.

    python3 trace.py > trace.txt

A line for each thing once it is done: time in us, coroutine, thing. CPython 3.10 to 3.13 print the same.
"""
import asyncio
import heapq
import pathlib


class World:
    """The selector: waiting for it turns the clock."""

    def __init__(self, loop):
        self.loop = loop
        self.events = []

    def select(self, timeout):
        loop = self.loop
        until = None if timeout is None else loop.now + timeout
        if self.events and (until is None or self.events[0][0] < until):
            until = max(loop.now, self.events[0][0])
        if until is None:
            raise RuntimeError("nothing will ever happen")
        loop.now = until
        found = []
        while self.events and self.events[0][0] <= loop.now:
            found.append(heapq.heappop(self.events)[1])
        return found


class Loop(asyncio.BaseEventLoop):
    """The event loop itself; only the time and what it waits for are ours."""

    def __init__(self):
        super().__init__()
        self.now = 0
        self._selector = World(self)
        self._clock_resolution = 0.5

    def time(self):
        return self.now

    def _process_events(self, found):
        for handle in found:
            self._add_callback(handle)

    async def reply(self, latency):
        """As sock_recv: the callback of what is readable completes a future."""
        future = self.create_future()
        handle = asyncio.Handle(future.set_result, (None,), self)
        heapq.heappush(self._selector.events, (self.now + latency, handle))
        await future


async def run(loop, lock, name, things):
    for thing in things:
        word, *length = thing.split()
        if word == "compute":
            loop.now += int(length[0])
        elif word == "turn":
            await asyncio.sleep(0)
        elif word == "sleep":
            await asyncio.sleep(int(length[0]))
        elif word == "reply":
            await loop.reply(int(length[0]))
        elif word == "lock":
            await lock.acquire()
        elif word == "unlock":
            lock.release()
        else:
            raise ValueError(thing)
        print(loop.now, name, thing)


def main():
    loop = Loop()
    lock = asyncio.Lock()
    tasks = []
    for line in pathlib.Path(__file__).with_name("coroutines.txt").read_text().splitlines():
        if not line.startswith("#"):
            name, times, things = line.split(maxsplit=2)
            tasks.append(loop.create_task(run(loop, lock, name, [each.strip() for each in things.split(";")] * int(times))))
    asyncio._set_running_loop(loop)
    while not all(task.done() for task in tasks):
        loop._run_once()
    for task in tasks:
        task.result()
    asyncio._set_running_loop(None)


main()
