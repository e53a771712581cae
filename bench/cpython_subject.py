"""
One kernel on a real CPython, counted so that it can be measured from outside. Started by cpython.py, never by a person; CPython 3.9 or later.

    cpython_subject.py '{"page": FILE, "how": "threads", "kernel": "cpu", "workers": 2, …}'

Orders and counts lie on the page, a file that both sides map, so that measuring needs nothing of the interpreter. Numbers of 8 bytes, in
lines of 8; each worker writes its own line only.

    line 0       0  order, written from outside: 0 stay, 1 the first worker alone, 2 all, 3 end
    line 1 + w   0  thread id of worker w, 0 until it is there        2  turns seen: changes of holder, as the workers notice them
                 1  work units                                       3  of these, back to the holder before the last
                 4  collections, of kernels that count them          6  process id
                 5  how long they took, ns                           7  how long this worker stood still for them, ns

On standard output one line of JSON once all workers are there. Standard input takes lines "interval SECONDS", each answered by a line; at
its end everything ends.
"""
import gc
import glob
import json
import mmap
import os
import signal
import sys
import threading
import time

STAY, FIRST, ALL, END = range(4)
TID, UNITS, TURNS, RETURNS, COLLECTIONS, PAUSED, PID, STALLED = range(8)
LINE = 8
PATIENCE_SECONDS = 0.002


class Place:
    """A worker's line on the page."""

    def __init__(self, settings, number):
        with open(settings["page"], "r+b") as file:
            self.page = memoryview(mmap.mmap(file.fileno(), 0)).cast("q")
        self.number, self.base = number, LINE * (1 + number)

    def arrive(self):
        self.page[self.base + PID] = os.getpid()
        self.page[self.base + TID] = threading.get_native_id()

    def may_work(self):
        order = self.page[0]
        return order == ALL or order == FIRST and self.number == 0


# --- kernels: each takes the settings and a place and returns a function that does one work unit ---------------------
def cpu(settings, place):
    """The loop of Coreloom's kernel of that name, instruction by instruction.

    Its bound is a number of the unit's own: without a lock, two threads that count references to one object measure that (row 17).
    """
    steps = settings["steps"]

    def unit():
        n = steps + 0
        x = i = 0
        while i < n:
            x = (x + i * 3) & 65535
            i += 1
    return unit


HOLDERS = [None, None]


def order(settings, place):
    """
    Notes each time that another thread's mark is found, and whether the one before that was one's own. Between look and mark nobody else can
    run, and within one slice every thread looks often, so that every handoff is seen once.
    """
    page, me, turns, returns, marks = place.page, place.number, place.base + TURNS, place.base + RETURNS, HOLDERS

    def unit():
        for _ in range(1000):
            if marks[0] != me:
                page[turns] += 1
                if marks[1] == me:
                    page[returns] += 1
                marks[1] = marks[0]
                marks[0] = me
    return unit


def longop(settings, place):
    """One builtin call, which looks at nothing until it is done."""
    numbers = range(settings["operation_steps"])

    def unit():
        sum(numbers)
    return unit


def digest(settings, place):
    """hashlib lets the lock go for 2048 bytes and more."""
    import hashlib
    text = b"x" * settings["bytes"]

    def unit():
        hashlib.sha256(text).digest()
    return unit


def deflate(settings, place):
    """zlib lets the lock go while it compresses."""
    import random
    import zlib
    text = bytes(random.Random(1).choices(b"abcdefgh \n", k=settings["bytes"]))

    def unit():
        zlib.compress(text, 6)
    return unit


def sleep(settings, place):
    seconds = settings["micros"] / 1e6

    def unit():
        time.sleep(seconds)
    return unit


def objects(settings, place):
    """Reference counts of objects of the worker's own."""
    return references(settings["steps"], [object()])


SHARED = [object()]


def shared(settings, place):
    """Reference counts of one object that all workers refer to."""
    return references(settings["steps"], SHARED)


def references(steps, of):
    """The loop of Coreloom's kernels refcount-own and refcount-shared; its bound as that of `cpu`."""
    def unit():
        items = list(of)
        n = steps + 0
        i = 0
        while i < n:
            a = items[0]; a = items[0]; a = items[0]; a = items[0]; a = items[0]
            a = items[0]; a = items[0]; a = items[0]; a = items[0]; a = items[0]
            i += 1
    return unit


def clock(settings, place):
    """On an event loop worker 0 sleeps; here are the others, which compute."""
    return cpu(settings, place)


def collect(settings, place):
    """Pairs of lists that refer to each other, as Coreloom's kernel of that name makes them."""
    steps, page, number = settings["steps"], place.page, place.base + COLLECTIONS

    def called(phase, about):
        page[number] += phase == "stop"
    gc.callbacks.append(called)

    def unit():
        n = steps
        i = 0
        while i < n:
            a = [i]
            b = [a]
            a.append(b)
            i += b[0][0] - i + 1
    return unit


def stall(settings, place):
    """
    Worker 0 sleeps and collects everything, with much alive; worker 1 looks at the clock, and so sees how long it stands still. The lock is
    asked for during a collection and let go right after it, so that its length is told by the time of its thread, not by the clock.
    """
    if place.number != 0:
        return watch(place)
    page, number, paused, seconds = place.page, place.base + COLLECTIONS, place.base + PAUSED, settings["micros"] / 1e6
    items = [[i] for i in range(settings["steps"])]

    def unit():
        time.sleep(seconds)
        BEGUN[0] += 1
        began = time.thread_time_ns()
        gc.collect()
        page[paused] += time.thread_time_ns() - began
        page[number] += 1
        return items
    return unit


STILL_NANOS = 1_000_000
BEGUN = [0]


def watch(place):
    """Adds up the gaps between two looks at the clock in which a collection began."""
    page, stalled, last, seen = place.page, place.base + STALLED, [time.perf_counter_ns()], [0]

    def unit():
        for _ in range(1000):
            now = time.perf_counter_ns()
            if now - last[0] > STILL_NANOS and seen[0] != BEGUN[0]:
                seen[0] = BEGUN[0]
                page[stalled] += now - last[0]
            last[0] = now
    return unit


def echo(settings, place):
    """Worker 0 answers a byte with a byte, over a socket from another process; the others compute."""
    if place.number != 0:
        return cpu(settings, place)
    connection = settings["connection"]

    def unit():
        connection.sendall(connection.recv(1))
    return unit


KERNELS = {each.__name__: each for each in (cpu, order, longop, digest, deflate, sleep, objects, shared, clock, collect, stall, echo)}


def work(settings, number):
    """The life of a worker: does units while the order is for it."""
    place = Place(settings, number)
    unit = KERNELS[settings["kernel"]](settings, place)
    page, units = place.page, place.base + UNITS
    place.arrive()
    while page[0] != END:
        if place.may_work():
            unit()
            page[units] += 1
        else:
            time.sleep(PATIENCE_SECONDS)


# --- how workers run -------------------------------------------------------------------------------------------------
def crew(target, workers):
    """Threads, started."""
    for number in range(workers):
        threading.Thread(target=target, args=(number,), daemon=True).start()


def threads(settings):
    crew(lambda number: work(settings, number), settings["workers"])


def processes(settings):
    """As multiprocessing makes them by forking: each has an interpreter and a lock of its own."""
    for number in range(settings["workers"]):
        if os.fork() == 0:
            work(settings, number)
            os._exit(0)


def pool(settings):
    threading.Thread(target=fed_pool, args=(settings,), daemon=True).start()


def fed_pool(settings):
    """A ProcessPoolExecutor that always has twice as many calls as workers; under the order for the first alone, one."""
    import concurrent.futures
    import multiprocessing
    place = Place(settings, settings["workers"])
    numbers = multiprocessing.get_context("fork").SimpleQueue()
    for number in range(settings["workers"]):
        numbers.put(number)
    executor = concurrent.futures.ProcessPoolExecutor(settings["workers"], multiprocessing.get_context("fork"), settle, (settings, numbers))
    running = {executor.submit(call, 0) for _ in range(settings["workers"])}
    while place.page[0] != END:
        wanted = (0, 1, 2 * settings["workers"], 0)[place.page[0]]
        running |= {executor.submit(call, settings["call_units"]) for _ in range(wanted - len(running))}
        done, running = concurrent.futures.wait(running, timeout=PATIENCE_SECONDS if not running else None, return_when="FIRST_COMPLETED")
        if not running and not wanted:
            time.sleep(PATIENCE_SECONDS)


SEAT = []


def settle(settings, numbers):
    """In a process of the pool, once."""
    place = Place(settings, numbers.get())
    SEAT.extend((place, KERNELS[settings["kernel"]](settings, place)))
    place.arrive()


def call(units):
    """What the pool is asked to do: a number of work units."""
    place, unit = SEAT
    for _ in range(units):
        unit()
        place.page[place.base + UNITS] += 1


def subinterpreters(settings):
    """A sub-interpreter for each thread, with locks of their own or with the first one's."""
    if sys.version_info >= (3, 13):
        import _interpreters as interpreters
        make = lambda: interpreters.create("isolated" if settings["own_lock"] else "legacy")
        run = lambda one, text: interpreters.exec(one, text)
    else:
        import _xxsubinterpreters as interpreters
        make = lambda: interpreters.create(isolated=settings["own_lock"])
        run = lambda one, text: interpreters.run_string(one, text)
    made = [make() for _ in range(settings["workers"])]
    text = "import sys\nsys.path.insert(0, {0!r})\nimport cpython_subject\ncpython_subject.inside({1!r}, {2})"
    here = os.path.dirname(os.path.abspath(__file__))
    crew(lambda number: run(made[number], text.format(here, json.dumps(settings), number)), settings["workers"])


def inside(settings, number):
    """In a sub-interpreter: its switch interval is its own."""
    settings = json.loads(settings)
    sys.setswitchinterval(settings["interval"])
    work(settings, number)


def coroutines(settings):
    threading.Thread(target=event_loop, args=(settings,), daemon=True).start()


def event_loop(settings):
    """One thread: coroutines that do a unit and yield. The first of kernel clock sleeps in its unit."""
    import asyncio
    sleeps = settings["micros"] / 1e6 if settings["kernel"] == "clock" else 0

    async def worker(number):
        place = Place(settings, number)
        unit = KERNELS[settings["kernel"]](settings, place)
        place.arrive()
        while place.page[0] != END:
            if place.may_work():
                if sleeps and number == 0:
                    await asyncio.sleep(sleeps)
                else:
                    unit()
                place.page[place.base + UNITS] += 1
                await asyncio.sleep(0)
            else:
                await asyncio.sleep(PATIENCE_SECONDS)

    async def everything():
        await asyncio.gather(*(worker(number) for number in range(settings["workers"])))
    asyncio.run(everything())


WAYS = {each.__name__: each for each in (threads, processes, pool, subinterpreters, coroutines)}


# --- the process -----------------------------------------------------------------------------------------------------
def accept(settings):
    """Waits for the process that asks; says first that it may come."""
    import socket
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(settings["socket"])
    listener.listen(1)
    say({"listening": settings["socket"]})
    return listener.accept()[0]


def operation_steps(millis):
    """How many numbers to add up so that one call takes that long."""
    steps, best = 100_000, None
    for _ in range(7):
        began = time.perf_counter()
        sum(range(steps))
        took = time.perf_counter() - began
        best = took if best is None else min(best, took)
    return max(1, round(steps * millis / 1e3 / best))


def say(words):
    print(json.dumps(words), flush=True)


def obey(settings):
    """Obeys standard input; its end is the end of every process of this one."""
    for line in sys.stdin:
        sys.setswitchinterval(float(line.split()[1]))
        say({"interval": sys.getswitchinterval()})
    end_children()
    os.killpg(0, signal.SIGKILL)


def end_children():
    """Ends them and waits for them: only then is their time on the cores counted as that of their parent."""
    for path in glob.glob("/proc/self/task/*/children"):
        try:
            with open(path) as file:
                for child in map(int, file.read().split()):
                    os.kill(child, signal.SIGKILL)
                    os.waitpid(child, 0)
        except OSError:
            # A thread or a child that has gone by itself.
            pass


def main():
    settings = json.loads(sys.argv[1])
    if settings["kernel"] == "longop":
        settings["operation_steps"] = operation_steps(settings["operation_millis"])
    if settings["kernel"] == "echo":
        settings["connection"] = accept(settings)
    WAYS[settings["how"]](settings)
    page = Place(settings, 0).page
    while not all(page[LINE * (1 + number)] for number in range(settings["workers"])):
        time.sleep(PATIENCE_SECONDS)
    say({"ready": os.getpid(), "operation_steps": settings.get("operation_steps")})
    sys.setswitchinterval(settings["interval"])
    obey(settings)


if __name__ == "__main__":
    main()
