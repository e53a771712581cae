"""References come and go: objects of the worker's own, and one object that all workers refer to."""


def unit(work, number):
    steps = work.unit_steps
    shared = work.shared

    def refcount(value):
        n = steps + 0  # as in cpu.py
        i = 0
        while i < n:
            o = object()  # freed when o is given its next value
            p = o
            s = shared
            i += 1
        return (value + i) & 65535
    return refcount
