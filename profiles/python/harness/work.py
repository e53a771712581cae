"""What the workers of a lane do."""

import importlib
import os
import threading

from . import operations, seeds
from .partners import Device, Pinger
from .telemetry import Telemetry


class Work:
    """A kernel and its sizes, and what all workers of a process share.

    Made before any process or thread is started. Processes that are forked later share the partners; the lock and the
    shared object are their own.
    """

    def __init__(self, arguments):
        self.workers = arguments.workers
        self.warm_up_seconds = arguments.warm_up_millis / 1e3
        self.unit_steps = arguments.unit_steps
        self.critical_steps = arguments.critical_steps
        self.outside_steps = arguments.outside_steps
        self.latency_micros = arguments.latency_micros
        self.extension_bytes = arguments.extension_bytes
        self.pool_call_units = arguments.pool_call_units
        self.operation_steps = operations.steps(arguments.operation_micros) if arguments.kernel == "longop" else 0
        self._seed = arguments.seed
        self.lock = threading.Lock()
        self.shared = object()
        self.telemetry = Telemetry(os.environ["CORELOOM_TELEMETRY"]) if "CORELOOM_TELEMETRY" in os.environ else None
        self._kernel = importlib.import_module("kernels." + arguments.kernel)
        partner = getattr(self._kernel, "PARTNER", None)
        self.device = Device(self.workers, self.latency_micros) if partner == "device" else None
        self.pinger = Pinger(arguments.request_period_micros) if partner == "pinger" else None

    def start(self, number):
        """What that worker's first unit begins with."""
        return seeds.start(self._seed, number)

    def unit(self, number):
        """The unit of that worker: a function from what the unit before has given to what this one gives."""
        return self._kernel.unit(self, number)

    def coroutine(self, number):
        """The same as a coroutine function; None for a kernel that never waits."""
        make = getattr(self._kernel, "coroutine", None)
        return make(self, number) if make else None
