"""What is measured for the twenty rows: each case once on every real CPython and once on the emulation, one right after the other."""
from dataclasses import dataclass
from typing import Callable, Optional

from cpython import Job
from emulation import Lane

# As long a unit as a millisecond of CPython's loop, on both sides.
UNIT_STEPS = 15_000
# Ten references a step.
REFERENCE_STEPS = 2_000
GARBAGE_STEPS = 500
LIVE_CONTAINERS = 50_000
CPU = "cpu"
OPERATION_MILLIS = 3
PERIOD_MICROS = 20_000
SLEEP_MICROS = 10_000
NAP_MICROS = 100
CALL_UNITS = 20
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Case:
    """
    One measurement.

    job: what a real CPython does; None where there is nothing to compare with
    lane: what the emulation does
    seconds: length of the window
    baseline: how long one worker runs alone before, s; 0 leaves the speed-up out
    python: which interpreters can do it
    """
    name: str
    job: Optional[Job]
    lane: Optional[Lane]
    seconds: float = 2
    baseline: float = 0
    python: Callable = lambda python: not python.free_threaded


def micros(seconds):
    return round(seconds * 1e6)


def gil(kernel, workers, *settings, interval=0.005, variant="gil"):
    return Lane(variant, kernel, workers, (("unit_steps", UNIT_STEPS), ("switch_interval_micros", micros(interval)), *settings))


def cpu(workers, interval=0.005):
    """Longer where few handoffs are to be counted, and much longer where the turns of each of many threads are compared."""
    return Case(f"cpu-{workers}-{micros(interval)}", Job("cpu", workers, interval=interval), gil(CPU, workers, interval=interval),
                seconds=16 if workers > 4 else 4 if interval > 0.005 else 2, baseline=1 if workers > 1 and interval == 0.005 else 0)


def order(workers):
    return Case(f"order-{workers}", Job("order", workers), gil(CPU, workers))


def echo(others, period, interval=0.005):
    """An answering thread beside so many computing ones; a request each period, or as soon as there was a reply where that is 0."""
    settings = (("request_period_micros", period),)
    return Case(f"{'paced' if period else 'closed'}-{others}-{micros(interval)}", Job("echo", 1 + others, interval=interval, more=settings),
                gil("echo", 1 + others, *settings, interval=interval), seconds=4)


def extension(name, kernel, size, ours):
    return Case(name, Job(kernel, 2, more=(("bytes", size),)), gil("extension", 2, ("extension_bytes", ours)), baseline=1)


def processes(workers):
    return Case(f"processes-{workers}", Job("cpu", workers, "processes"), gil(CPU, workers, variant="gil-processes"), baseline=1)


def subinterpreters(lock, own, python):
    return Case(f"subinterpreters-{lock}", Job("cpu", 2, "subinterpreters", more=(("own_lock", own),)),
                gil(CPU, 2, ("interpreter_lock", lock), variant="subinterpreters"), baseline=1, python=python)


def sleepers(workers):
    return Case(f"sleep-{workers}", Job("sleep", workers, more=(("micros", SLEEP_MICROS),)),
                gil("sleep", workers, ("latency_micros", SLEEP_MICROS)))


def references(name, kernel, ours):
    return Case(name, Job(kernel, 2, more=(("steps", REFERENCE_STEPS),)),
                gil(ours, 2, ("unit_steps", REFERENCE_STEPS), variant="free-threaded"), baseline=1, python=free_threaded)


def garbage(version, threshold):
    return Case(f"garbage-{threshold}", Job("collect", 1, more=(("steps", GARBAGE_STEPS),)),
                gil("collect", 1, ("unit_steps", GARBAGE_STEPS), ("collector_threshold", threshold)), python=minor(version))


def minor(*wanted):
    return lambda python: python.minor in wanted and not python.free_threaded


def with_subinterpreters(python):
    return python.minor >= (3, 12) and not python.free_threaded


def free_threaded(python):
    return python.free_threaded


CASES = {each.name: each for each in [
    *(cpu(workers) for workers in (1, 2, 4, 8)), cpu(2, 0.0005), cpu(2, 0.05),
    Case("longop-2", Job("longop", 2, more=(("operation_millis", OPERATION_MILLIS),)), gil("longop", 2)),
    order(3), order(4),
    *(echo(1, PERIOD_MICROS, interval) for interval in (0.0005, 0.005)), echo(1, 200_000, 0.05), echo(2, PERIOD_MICROS), echo(4, PERIOD_MICROS),
    *(echo(others, 0) for others in (0, 1, 2, 4)),
    extension("digest-2", "digest", MEGABYTE, MEGABYTE), extension("deflate-2", "deflate", MEGABYTE // 8, 8 * MEGABYTE),
    extension("small-digest-2", "digest", 1024, 1024),
    processes(2), processes(4),
    Case("pool-2", Job("cpu", 2, "pool", more=(("call_units", CALL_UNITS),)), gil(CPU, 2, ("pool_call_units", CALL_UNITS), variant="gil-pool"),
         baseline=1),
    subinterpreters("own", True, with_subinterpreters), subinterpreters("shared-3.12", False, minor((3, 12))),
    subinterpreters("shared-3.13", False, lambda python: python.minor >= (3, 13) and not python.free_threaded),
    Case("free-2", Job("cpu", 2), gil(CPU, 2, variant="free-threaded"), baseline=1, python=free_threaded),
    references("free-own-2", "objects", "refcount-own"), references("free-shared-2", "shared", "refcount-shared"),
    Case("asyncio-4", Job("cpu", 4, "coroutines"), gil(CPU, 4, variant="asyncio"), baseline=1),
    Case("asyncio-timer", Job("clock", 5, "coroutines", more=(("micros", NAP_MICROS),)),
         gil("clock", 5, ("latency_micros", NAP_MICROS), variant="asyncio")),
    sleepers(16), sleepers(64),
    Case("stall-2", Job("stall", 2, more=(("steps", LIVE_CONTAINERS), ("micros", SLEEP_MICROS))),
         gil("stall", 2, ("unit_steps", LIVE_CONTAINERS), ("latency_micros", SLEEP_MICROS))),
    garbage((3, 12), 700), garbage((3, 13), 2000)]}
