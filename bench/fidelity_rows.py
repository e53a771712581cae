"""The twenty rows: which quantity, from which case, in which band, and why it is asked."""
import os
from dataclasses import dataclass
from statistics import median
from typing import Callable, Optional

from figures import Bound, number
from fidelity_cases import CALL_UNITS, GARBAGE_STEPS, NAP_MICROS

CORES = len(os.sched_getaffinity(0))


class Results:
    """All that was measured: for every case and side (an interpreter's version, or "emulated") one Measured a round."""

    def __init__(self, found):
        self.found = found

    def figures(self, case, side, pick):
        """That figure of every round; None where the case was not measured or does not know it."""
        figures = [pick(each) for each in self.found.get((case, side), [])]
        return figures if figures and None not in figures else None

    def ours(self, case, pick):
        """Median of the emulation."""
        figures = self.figures(case, "emulated", pick)
        return median(figures) if figures else None


@dataclass(frozen=True)
class Band:
    """
    What the emulation's median must be; every part that is given must hold.

    bound: of the figure itself
    ratio: of the figure to CPython's, for every CPython that was measured
    apart: how far it may be from CPython's, the same
    beside: words and a function of the results that gives a Bound, from other cases of the emulation
    """
    bound: Bound = Bound()
    ratio: Optional[Bound] = None
    apart: Optional[float] = None
    beside: Optional[tuple] = None

    def words(self):
        parts = [] if self.bound == Bound() else [str(self.bound)]
        parts += [f"ratio {self.ratio}"] if self.ratio else []
        parts += [f"± {number(self.apart)}"] if self.apart is not None else []
        return "; ".join(parts + ([self.beside[0]] if self.beside else []))

    def misses(self, ours, real, results):
        """What does not hold, in words; empty when all does. real: medians by version."""
        found = [] if self.bound.holds(ours) else [f"{number(ours)} is not {self.bound}"]
        for version, theirs in real.items():
            if self.ratio and not self.ratio.holds(ours / theirs if theirs else float("inf")):
                found.append(f"{number(ours / theirs) if theirs else '∞'} × {version}")
            if self.apart is not None and abs(ours - theirs) > self.apart:
                found.append(f"{number(ours - theirs)} from {version}")
        if self.beside:
            bound = self.beside[1](results)
            found += ["nothing to compare with"] if bound is None else [] if bound.holds(ours) else [f"{number(ours)} is not {bound}"]
        return found


@dataclass(frozen=True)
class Quantity:
    """
    One line of the table.

    reference: what CPython did elsewhere, where it is likely that none is here
    """
    what: str
    unit: str
    case: str
    pick: Callable
    band: Band
    reference: str = ""


@dataclass(frozen=True)
class FidelityRow:
    """
    number: of the row; 0 is the interpreter's own speed
    why: what the row shows
    """
    number: int
    title: str
    why: str
    quantities: list

    def cases(self):
        return [each.case for each in self.quantities]


# --- figures ---------------------------------------------------------------------------------------------------------
def handoffs(measured):
    return measured.handoff_rate


def handoffs_per(seconds):
    return lambda measured: None if measured.handoff_rate is None else measured.handoff_rate * seconds


def cores(measured):
    return measured.threads.cores


def speed_up(measured):
    return measured.speed_up


def smallest(measured):
    return measured.threads.shares()[0]


def largest(measured):
    return measured.threads.shares()[1]


def voluntary(measured):
    return measured.threads.voluntary_rate


def returns(measured):
    return measured.returns


def reply(share):
    return lambda measured: measured.replies.within[str(share)] if measured.replies else None


def mean_reply(measured):
    return measured.replies.mean if measured.replies else None


def replies(measured):
    return measured.reply_rate


def units(measured):
    return measured.throughput


def hundred_units(measured):
    return 100 * len(measured.units) / measured.throughput


def handoffs_per_unit(measured):
    return None if measured.handoffs is None else measured.handoffs / sum(measured.units)


def timer_rounds(measured):
    """How late the timer of worker 0 was, in turns of all the others."""
    timer, computing = measured.units[0], measured.units[1:]
    return (measured.seconds / timer - NAP_MICROS / 1e6) / (len(computing) * measured.seconds / sum(computing)) if timer else None


def stall(measured):
    return measured.collecting.stalled / measured.collecting.paused if measured.collecting else None


def containers_per_collection(measured):
    return 2 * GARBAGE_STEPS * sum(measured.units) / measured.collecting.number if measured.collecting else None


# --- bands -----------------------------------------------------------------------------------------------------------
def within(low=None, high=None):
    return Band(Bound(low, high))


def beside(low, high):
    return Band(ratio=Bound(low, high))


def times(factor, case, pick, words, low=None, high=None):
    """At least, or at most, a multiple of another figure of the emulation."""
    def bound(results):
        other = results.ours(case, pick)
        return None if other is None else Bound(factor * other if low else None, factor * other if high else None)
    return (words, bound)


def below(factor, case, pick, words):
    return times(factor, case, pick, words, high=True)


def above(factor, case, pick, words):
    return times(factor, case, pick, words, low=True)


def cpu(workers, interval=5000):
    return f"cpu-{workers}-{interval}"


def paced(others, interval=5000):
    return f"paced-{others}-{interval}"


def closed(others):
    return f"closed-{others}-5000"


def parallel(workers):
    """A speed-up as that of processes: most of the cores, and no more than there are."""
    return within(0.8 * min(workers, CORES), 1.1 * min(workers, CORES))


PROCESSES = ("processes-2", speed_up)
# What a collection frees is made again without counting, up to so many.
FREE_LISTS = 80
SAME_WORK = Bound(0.70, 1.10)

ROWS = [
    FidelityRow(0, "Speed of the interpreter", "a lane must not be slower than what it stands for", [
        Quantity("1 thread", "units/s", cpu(1), units, beside(1.0, None))]),
    FidelityRow(1, "Handoffs at a switch interval of 5 ms", "the interval, the request and the answer to it", [
        Quantity(f"{workers} threads", "per s", cpu(workers), handoffs, beside(0.85, 1.15)) for workers in (2, 4, 8)]),
    FidelityRow(2, "Handoffs per switch interval, 2 threads", "the interval is a floor for a turn, not its length", [
        Quantity(f"{interval / 1000:g} ms", "per interval", cpu(2, interval), handoffs_per(interval / 1e6), Band(apart=apart))
        for interval, apart in ((50_000, 0.06), (5_000, 0.12), (500, 0.15))]),
    FidelityRow(3, "Long operations, 2 threads, 3 ms each", "the breaker is polled between instructions, not within", [
        Quantity("handoffs", "per s", "longop-2", handoffs, Band(ratio=Bound(0.85, 1.15), beside=below(
            0.9, cpu(2), handoffs, "≤ 0.90 × that of row 1")))]),
    FidelityRow(4, "Effective cores", "never two threads at work", [
        Quantity(f"{workers} thread{'s' * (workers > 1)}", "cores", cpu(workers), cores, within(0.85, 1.05)) for workers in (1, 2, 4, 8)]),
    FidelityRow(5, "Speed-up against one thread", "handing the lock on costs little", [
        Quantity(f"{workers} threads", "×", cpu(workers), speed_up, Band(SAME_WORK, apart=0.15)) for workers in (2, 4, 8)]),
    FidelityRow(6, "Fairness: share of the time on a core × threads", "forced switching", [
        Quantity(f"{workers} threads, {words}", "×", cpu(workers), pick, within(0.88, 1.12))
        for workers in (2, 4, 8) for words, pick in (("smallest", smallest), ("largest", largest))]),
    FidelityRow(7, "Voluntary context switches", "a wait that times out is one too", [
        Quantity(f"{workers} threads", "per s", cpu(workers), voluntary, beside(0.75, 1.25)) for workers in (2, 4, 8)]),
    FidelityRow(8, "Share of handoffs that go back, A → B → A", "whoever comes first has the lock, not who has waited longest", [
        Quantity(f"{workers} threads", "of all", f"order-{workers}", returns, within(0.12, 0.55)) for workers in (3, 4)]),
    FidelityRow(9, "A request now and then, beside 1 computing thread: median reply", "a release around I/O costs an interval", [
        Quantity(f"interval {interval / 1000:g} ms", "ms", paced(1, interval), reply(0.5), Band(
            Bound(interval / 1000, interval / 1000 + 1), Bound(0.92, 1.08))) for interval in (500, 5_000, 50_000)]),
    FidelityRow(10, "The same beside more", "the convoy grows with them", [
        Quantity(f"{others} threads, {words}", "ms", paced(others), pick, beside(0.5, 1.7))
        for others in (2, 4) for words, pick in (("mean", mean_reply), ("90 % of replies within", reply(0.9)))]),
    FidelityRow(11, "Requests one after the other: handoffs", "some of the replies are lucky, some wait", [
        Quantity(f"beside {others}", "per s", closed(others), handoffs, beside(0.8, 1.2)) for others in (1, 2, 4)]),
    FidelityRow(12, "Requests one after the other: replies", "the convoy itself; two kinds of replies, so it varies", [
        Quantity("alone", "per s", closed(0), replies, beside(0.25, 4)),
        Quantity("beside 1", "per s", closed(1), replies, Band(ratio=Bound(0.25, 4), beside=below(0.1, closed(0), replies, "≤ 0.10 × alone"))),
        Quantity("beside 2", "per s", closed(2), replies, Band(ratio=Bound(0.25, 4), beside=below(0.6, closed(1), replies, "≤ 0.60 × beside 1"))),
        Quantity("beside 4", "per s", closed(4), replies, Band(ratio=Bound(0.25, 4), beside=below(0.6, closed(2), replies, "≤ 0.60 × beside 2")))]),
    FidelityRow(13, "An extension that lets the lock go, 2 threads: speed-up", "as good as processes", [
        Quantity(words, "×", case, speed_up, Band(beside=above(0.9, *PROCESSES, "≥ 0.90 × our processes")))
        for words, case in (("SHA-256 of 1 MiB", "digest-2"), ("zlib, 128 KiB; ours SHA-256 of 8 MiB", "deflate-2"))]),
    FidelityRow(14, "The same on 1 KiB, which keeps the lock: speed-up", "hashlib lets go from 2 KiB on", [
        Quantity("SHA-256 of 1 KiB", "×", "small-digest-2", speed_up, Band(SAME_WORK))]),
    FidelityRow(15, "Processes: speed-up", "a lock for each", [
        *(Quantity(f"{workers} processes", "×", f"processes-{workers}", speed_up, parallel(workers)) for workers in (2, 4)),
        Quantity(f"pool of 2, calls of {CALL_UNITS} units", "×", "pool-2", speed_up, Band(beside=above(0.85, *PROCESSES, "≥ 0.85 × our processes")))]),
    FidelityRow(16, "Sub-interpreters, 2 threads", "a lock of their own, or one lock and 3.12's or 3.13's way of asking for it", [
        Quantity("own locks", "×", "subinterpreters-own", speed_up, parallel(2)),
        Quantity("shared lock, 3.13", "per s", "subinterpreters-shared-3.13", handoffs, beside(0.85, 1.15)),
        Quantity("shared lock, 3.13", "×", "subinterpreters-shared-3.13", speed_up, Band(SAME_WORK)),
        Quantity("shared lock, 3.12: nobody is heard", "per s", "subinterpreters-shared-3.12", handoffs, within(high=10))]),
    FidelityRow(17, "Free-threaded, 2 threads: speed-up", "no lock, but shared counts are torn between cores", [
        Quantity("computing", "×", "free-2", speed_up, Band(beside=above(0.85, *PROCESSES, "≥ 0.85 × our processes")), "1.76 [1.73–1.87]"),
        Quantity("references to objects of their own", "×", "free-own-2", speed_up,
                 Band(beside=above(0.85, *PROCESSES, "≥ 0.85 × our processes")), "1.86"),
        Quantity("references to one object", "×", "free-shared-2", speed_up, within(high=0.8), "0.63 [0.47–0.69]")]),
    FidelityRow(18, "asyncio, 4 coroutines that compute", "one thread: they take turns at awaits only", [
        Quantity("speed-up", "×", "asyncio-4", speed_up, within(0.90, 1.10)),
        Quantity("handoffs", "per s", "asyncio-4", handoffs, within(high=0.5)),
        Quantity(f"a timer of {NAP_MICROS / 1000:g} ms, and its turn after: lateness", "turns of all", "asyncio-timer", timer_rounds,
                 beside(0.75, 1.25))]),
    FidelityRow(19, "Sleepers, 10 ms a hundred times", "sleeping lets the lock go", [
        *(Quantity(f"{workers} threads", "s", f"sleep-{workers}", hundred_units, within(high=1.15)) for workers in (16, 64)),
        *(Quantity(f"{workers} threads, handoffs", "per wake-up", f"sleep-{workers}", handoffs_per_unit, within(0.9, 1.1)) for workers in (16, 64))]),
    FidelityRow(20, "The cyclic collector", "it keeps the lock for all of its work, and runs after so many containers, not after so much time", [
        Quantity("stall of the other thread, to the pause", "×", "stall-2", stall, within(0.9, 1.1)),
        Quantity("threshold 700, as 3.12 has it: lists from one collection to the next", "lists", "garbage-700", containers_per_collection,
                 Band(Bound(701 + FREE_LISTS, 703 + FREE_LISTS), Bound(0.99, 1.01))),
        Quantity("threshold 2000, as 3.13 has it: lists from one collection to the next", "lists", "garbage-2000", containers_per_collection,
                 Band(Bound(2001 + FREE_LISTS, 2003 + FREE_LISTS), Bound(0.99, 1.01)))])]
