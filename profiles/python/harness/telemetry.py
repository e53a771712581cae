"""The line protocol: lines told to Coreloom by a file, orders heard on a stream."""

import os
import threading
from time import monotonic_ns

STOPPED = 0
FAILED = 1
ABANDONED = 3
"""Exit codes: stopped as ordered; a failure, whose traceback was written; the monitor is gone."""

REPORT_NANOS = 10_000_000
"""A worker tells its total at most this often."""

REPORT_NANOS_LETTING_GO = 50_000_000
"""The same where each report lets the interpreter lock go."""


def _write_keeping_the_lock():
    """write(2) as a call that keeps the interpreter lock; None where there is no ctypes.

    os.write lets the lock go, as every call does that may block: each report would hand the lock to another thread, and
    what is measured would be the reports. The file lies in memory, and writing to it blocks nobody.
    """
    try:
        import ctypes
        write = ctypes.PyDLL(None).write
        write.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t)
        write.restype = ctypes.c_ssize_t
        return write
    except (ImportError, OSError, AttributeError):
        return None


class Telemetry:
    """Tells lines. Each is one write at the end of the file, so that lines of all threads and processes stay whole."""

    def __init__(self, path):
        self._fd = os.open(path, os.O_WRONLY | os.O_APPEND)
        self._write = _write_keeping_the_lock()
        self.report_nanos = REPORT_NANOS if self._write else REPORT_NANOS_LETTING_GO

    def tell(self, line):
        data = line.encode("ascii") + b"\n"
        if self._write:
            self._write(self._fd, data, len(data))
        else:
            os.write(self._fd, data)

    def ready(self):
        """All workers stand and wait for an order."""
        self.tell("ready")


class Counter:
    """The work units of one worker. Belongs to the thread that works."""

    def __init__(self, telemetry, number):
        self._telemetry = telemetry
        self._number = number
        self._total = 0
        self._due = 0

    def introduce(self):
        """Says which thread the worker is: the calling one."""
        self._telemetry.tell("worker %d %d %d" % (self._number, os.getpid(), threading.get_native_id()))

    def add(self):
        """A unit was completed."""
        self._total += 1
        if monotonic_ns() >= self._due:
            self.report()

    def report(self):
        self._telemetry.tell("units %d %d" % (self._number, self._total))
        self._due = monotonic_ns() + self._telemetry.report_nanos


def obey(gate, stream):
    """Hands the orders of a stream of lines to the gate, until it is told to stop or the stream ends; then ends the process.

    At once and without a word to anybody: nothing of what it holds is worth keeping, and a thread that computes would
    keep a tidy end waiting.
    """
    for line in stream:
        order = line.strip().decode("ascii", "replace")
        if order == "stop":
            os._exit(STOPPED)
        gate.obey(order)
    os._exit(ABANDONED)
