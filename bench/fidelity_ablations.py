"""Parts of the emulation left out on purpose: the rows that measure such a part must then miss their bands, else they measure nothing."""
from dataclasses import dataclass, replace
from typing import Callable


@dataclass(frozen=True)
class Ablation:
    """
    what: is left out
    change: makes of a lane the lane without it
    notices: for each row that must miss, the case that is measured for it
    """
    name: str
    what: str
    change: Callable
    notices: dict


def without(part):
    """The word is one of coreloom.gil.Ablation."""
    return lambda lane: replace(lane, without=(*lane.without, part))


def one_lock(lane):
    """Threads of one interpreter in place of processes."""
    return replace(lane, variant="gil")


ABLATIONS = [
    Ablation("interval", "the switch interval: waiters ask at once", without("interval"), {1: "cpu-2-5000", 2: "cpu-2-50000", 9: "paced-1-5000"}),
    Ablation("forced-switch", "the forced switch: who was asked to let go may take the lock right back", without("forced-switch"),
             {1: "cpu-2-5000", 6: "cpu-4-5000"}),
    Ablation("token", "the token: the lock goes to whoever has waited longest", without("token"), {8: "order-3", 10: "paced-2-5000"}),
    Ablation("operation-boundary", "the boundary of long operations: the breaker is polled within", without("operation-boundary"), {3: "longop-2"}),
    Ablation("io-release", "the release around I/O", without("io-release"),
             {9: "paced-1-5000", 10: "paced-2-5000", 11: "closed-1-5000", 12: "closed-1-5000"}),
    Ablation("extension-release", "the release within extensions", without("extension-release"), {13: "digest-2"}),
    Ablation("lock-for-each", "a lock for each process: all work under one", one_lock, {15: "processes-2"})]
