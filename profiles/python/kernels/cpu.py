"""An interpreted loop and nothing else: as many turns as unit_steps says."""


def unit(work, number):
    steps = work.unit_steps

    def cpu(value):
        n = steps + 0  # of this call alone: without a lock, threads that share a number wait for its reference count
        x = value
        i = 0
        while i < n:
            x = (x + i * 3) & 65535
            i += 1
        return x
    return cpu
