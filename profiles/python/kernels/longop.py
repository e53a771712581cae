"""One long operation: a builtin that looks at nothing until it is done. It has as many steps as take operation_micros here."""


def unit(work, number):
    steps = work.operation_steps

    def longop(value):
        sum(range(steps))
        return (value + 1) & 65535
    return longop
