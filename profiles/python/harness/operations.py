"""How long an operation is: the steps of one that takes a given time here."""

from time import perf_counter

TRIED_STEPS = 100_000
TRIES = 7


def steps(micros):
    """As many numbers as take that long to be added up, at least 1. The shortest of several tries counts."""
    best = min(tried() for _ in range(TRIES))
    return max(1, round(TRIED_STEPS * micros / 1e6 / best))


def tried():
    began = perf_counter()
    sum(range(TRIED_STEPS))
    return perf_counter() - began
