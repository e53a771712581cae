"""An interpreted loop and nothing else: as many turns as unit_steps says."""


def unit(work, number):
    steps = work.unit_steps

    def cpu(value):
        n = steps
        x = value
        i = 0
        while i < n:
            x = (x + i * 3) & 65535
            i += 1
        return x
    return cpu
