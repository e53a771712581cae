"""What workers did in a stretch of time, of a real interpreter or of the emulation: the same words and the same arithmetic for both."""
import re
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

SHARES = (0.5, 0.9, 0.99)


@dataclass(frozen=True)
class ThreadCount:
    """What the system has charged to a thread since it began: time on a core in ns, and how often it gave its core up itself."""
    on_cpu_nanos: int
    voluntary: int


def thread_count(pid, tid):
    """From /proc; Linux with schedstat. Raises OSError when the thread has gone."""
    folder = Path(f"/proc/{pid}/task/{tid}")
    voluntary = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", (folder / "status").read_text(), re.M)[1]
    return ThreadCount(int((folder / "schedstat").read_text().split()[0]), int(voluntary))


@dataclass(frozen=True)
class ThreadReading:
    """All workers of a lane at one instant."""
    at_nanos: int
    counts: dict

    @staticmethod
    def of(threads):
        """threads: (pid, tid) of each worker, in order"""
        return ThreadReading(time.monotonic_ns(), {each: thread_count(*each) for each in threads})

    def since(self, earlier):
        """Seconds passed, seconds on a core by worker, voluntary switches per second of all of them."""
        seconds = (self.at_nanos - earlier.at_nanos) / 1e9
        pairs = [(count, earlier.counts[each]) for each, count in self.counts.items()]
        return ThreadTimes(seconds, [(now.on_cpu_nanos - then.on_cpu_nanos) / 1e9 for now, then in pairs],
                           sum(now.voluntary - then.voluntary for now, then in pairs) / seconds)


@dataclass(frozen=True)
class ThreadTimes:
    """Between two readings of the threads."""
    seconds: float
    on_cpu: list
    voluntary_rate: float

    @property
    def cores(self):
        """Cores' worth of time that the workers ran."""
        return sum(self.on_cpu) / self.seconds

    def shares(self):
        """The smallest and the largest share of the time on a core, times the number of workers: 1 is fair. None where nobody ran."""
        total = sum(self.on_cpu)
        return [pick(self.on_cpu) * len(self.on_cpu) / total for pick in (min, max)] if total else [None, None]


@dataclass(frozen=True)
class Replies:
    """
    Times from a request to its reply as the process that asked saw them, ms.

    within: by share: the time within which that share of the replies came
    """
    count: int
    mean: float
    within: dict

    @staticmethod
    def of(nanos):
        """None where there were no replies."""
        ordered = sorted(nanos)
        if not ordered:
            return None
        within = {str(share): ordered[min(len(ordered) - 1, int(share * len(ordered)))] / 1e6 for share in SHARES}
        return Replies(len(ordered), statistics.fmean(ordered) / 1e6, within)


@dataclass(frozen=True)
class Collecting:
    """
    What the cyclic collector did, and the other threads of its interpreter meanwhile, by their own account.

    number: of collections
    paused: how long they took together, s
    stalled: how long the others stood still for them, s
    """
    number: int
    paused: float
    stalled: float

    @staticmethod
    def of(number, paused_nanos, stalled_nanos):
        """None where nothing was collected."""
        return Collecting(number, paused_nanos / 1e9, stalled_nanos / 1e9) if number else None


@dataclass(frozen=True)
class Measured:
    """
    A lane in its window.

    units: work units of each worker
    threads: what the system charged meanwhile; its window lies within the other
    alone: units per second of the first worker alone, just before; None where that was not measured
    handoffs: changes of holder of the interpreter lock; None where nobody can tell
    returns: share of the handoffs that went back to the holder before the last
    replies: where another process asks
    collecting: where the cyclic collector ran
    foreign: cores that other programs used meanwhile
    """
    seconds: float
    units: list
    threads: ThreadTimes
    alone: Optional[float] = None
    handoffs: Optional[float] = None
    returns: Optional[float] = None
    replies: Optional[Replies] = None
    collecting: Optional[Collecting] = None
    foreign: float = 0.0

    @property
    def throughput(self):
        return sum(self.units) / self.seconds

    @property
    def speed_up(self):
        return self.throughput / self.alone if self.alone else None

    @property
    def handoff_rate(self):
        return None if self.handoffs is None else self.handoffs / self.seconds

    @property
    def reply_rate(self):
        return self.replies.count / self.seconds if self.replies else None

    @staticmethod
    def read(fields):
        """What `dataclasses.asdict` made of one."""
        replies = Replies(**fields["replies"]) if fields["replies"] else None
        collecting = Collecting(**fields["collecting"]) if fields["collecting"] else None
        return Measured(**{**fields, "threads": ThreadTimes(**fields["threads"]), "replies": replies, "collecting": collecting})
