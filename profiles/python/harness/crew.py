"""The workers of one process: threads that repeat the kernel while the gate is open to them."""

import os
import sys
import threading
import traceback
from time import monotonic

from .gate import Gate
from .telemetry import FAILED, Counter


def name_thread(name):
    """Lets the system show the calling thread by that name, where it offers that."""
    try:
        with open("/proc/self/task/%d/comm" % threading.get_native_id(), "w") as comm:
            comm.write(name)
    except OSError:
        pass


def fail():
    """Writes the present exception and ends the process."""
    traceback.print_exc()
    sys.stderr.flush()
    os._exit(FAILED)


class Crew:
    """Threads for the workers with those numbers."""

    def __init__(self, work, numbers):
        self.gate = Gate(numbers)
        self._work = work

    def start(self):
        """Starts them and returns when all are warm."""
        until = monotonic() + self._work.warm_up_seconds
        for number in self.gate.open:
            threading.Thread(target=self._run, args=(number, until), daemon=True).start()
        self.gate.wait_until_warm()

    def _run(self, number, until):
        try:
            name_thread("worker-%d" % number)
            counter = Counter(self._work.telemetry, number)
            counter.introduce()
            unit = self._work.unit(number)
            value = warm_up(unit, self._work.start(number), until)
            self.gate.warm()
            self._repeat(unit, value, number, counter)
        except BaseException:
            fail()

    def _repeat(self, unit, value, number, counter):
        is_open = self.gate.open
        while True:
            self.gate.wait_for_turn(number)
            while is_open[number]:
                value = unit(value)
                counter.add()
            counter.report()


def warm_up(unit, value, until):
    """Repeats the unit from that value until that time; an interpreter that adapts itself to what it runs has done so then."""
    while monotonic() < until:
        value = unit(value)
    return value
