"""Cyclic garbage: pairs of lists that refer to each other, which only the collector frees, when enough have been made."""


def unit(work, number):
    steps = work.unit_steps

    def collect(value):
        n = steps + 0  # as in cpu.py
        i = 0
        while i < n:
            a = [i]
            b = [a]
            a.append(b)
            i += b[0][0] - i + 1
        return (value + i) & 65535
    return collect
