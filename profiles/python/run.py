"""Runs one of Coreloom's kernels on this interpreter, as a lane of a profile.

    run.py --kernel NAME --form threads|processes|pool|asyncio --workers N [--unit-steps S] ...

Coreloom starts it and talks to it by the line protocol, see docs/line-protocol.md. Needs Python 3.8 and its standard library.
For people, to see what a kernel computes: run.py --kernel NAME --results N
"""

import argparse
import gc
import os
import signal
import sys

from harness import forms
from harness.work import Work

NOT_STARTED_BY_CORELOOM = 2


def read_arguments():
    """What Coreloom says on the command line. It may say more, which only matters to its own interpreter."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kernel", required=True, help="name of a module in kernels/")
    parser.add_argument("--form", choices=sorted(forms.ALL), default="threads", help="how the workers run")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--results", type=int, metavar="N", help="print what the first N units give, and nothing else")
    for name, preset in (("warm-up-millis", 500), ("switch-interval-micros", 5000), ("collector-threshold", 2000),
                         ("unit-steps", 1000), ("critical-steps", 60), ("outside-steps", 600),
                         ("latency-micros", 2000), ("extension-bytes", 1 << 20), ("pool-call-units", 4000), ("seed", 1),
                         ("operation-micros", 3000), ("request-period-micros", 0)):
        parser.add_argument("--" + name, type=int, default=preset)
    return parser.parse_known_args()[0]


def print_results(work, count):
    """What each unit of worker 0 makes of what the unit before has given."""
    unit = work.unit(0)
    value = work.start(0)
    for _ in range(count):
        value = unit(value)
        print(value)


def main():
    arguments = read_arguments()
    sys.setswitchinterval(arguments.switch_interval_micros / 1e6)
    gc.set_threshold(arguments.collector_threshold, 10, 10)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is Coreloom's, which ends us
    work = Work(arguments)
    if arguments.results is not None:
        print_results(work, arguments.results)
    elif "CORELOOM_TELEMETRY" not in os.environ:
        print("run.py is started by Coreloom; by hand, try --results 5.", file=sys.stderr)
        return NOT_STARTED_BY_CORELOOM
    else:
        forms.ALL[arguments.form](work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
