"""Where workers stand until they may work."""

import threading


class Gate:
    """Opens for worker 0 alone by the order ``baseline``, and for all by ``run``; any other order changes nothing."""

    def __init__(self, numbers):
        self.open = {number: False for number in numbers}
        """Whether a worker may do another unit, by its number: read between any two units, so no call."""
        self.alone = False
        """Whether only worker 0 may work."""
        self._warming = len(self.open)
        self._changed = threading.Condition()

    def obey(self, order):
        if order in ("baseline", "run"):
            with self._changed:
                self.alone = order == "baseline"
                for number in self.open:
                    self.open[number] = number == 0 or not self.alone
                self._changed.notify_all()

    def wait_for_turn(self, number):
        """Waits until that worker may work."""
        with self._changed:
            while not self.open[number]:
                self._changed.wait()

    def warm(self):
        """A worker has warmed up."""
        with self._changed:
            self._warming -= 1
            self._changed.notify_all()

    def wait_until_warm(self):
        """Waits until all workers have warmed up."""
        with self._changed:
            while self._warming > 0:
                self._changed.wait()
