"""The interpreter lock of a running CPython, read from outside: nothing is attached, nothing stops, nothing inside knows."""
import os
import re
import struct

# struct _gil_runtime_state, since CPython 3.2: interval in µs, thread state that held it last, locked (an int), changes of holder
FIELDS = struct.Struct("@QQiQ")
AT_SWITCHES = 24
MOST_BYTES = 64 << 20
# Seconds without rounding in µs, and no interval that anybody would choose.
MARKS = (4.015625, 4.265625)


class Unreadable(Exception):
    """A sentence: why the lock cannot be read."""


class CPythonLock:
    """Found by its switch interval, which is told to change twice; so no offset is known in advance, and none can be wrong."""

    def __init__(self, pid, set_interval):
        """
        set_interval: tells the interpreter its switch interval in seconds, and waits until it has it

        Raises Unreadable.
        """
        try:
            self.memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
        except OSError as refused:
            raise Unreadable(f"/proc/PID/mem cannot be opened ({refused.strerror})") from None
        set_interval(MARKS[0])
        places = [place for low, high in writable(pid) for place in self.marked(low, high)]
        set_interval(MARKS[1])
        places = [place for place in places if self.fields(place)[0] == MARKS[1] * 1e6]
        if len(places) != 1:
            raise Unreadable(f"the lock was found in {len(places)} places")
        self.place = places[0]

    def marked(self, low, high):
        """Where in that stretch of memory the first mark stands as the beginning of a lock."""
        try:
            bytes_there = os.pread(self.memory, high - low, low)
        except OSError:
            return
        mark, at = struct.pack("@Q", int(MARKS[0] * 1e6)), -1
        while (at := bytes_there.find(mark, at + 1)) >= 0:
            if at % 8 == 0 and at + FIELDS.size <= len(bytes_there) and FIELDS.unpack_from(bytes_there, at)[2] in (-1, 0, 1):
                yield low + at

    def fields(self, place):
        return FIELDS.unpack(os.pread(self.memory, FIELDS.size, place))

    def switches(self):
        """Changes of holder since the interpreter began."""
        return struct.unpack("@Q", os.pread(self.memory, 8, self.place + AT_SWITCHES))[0]

    def close(self):
        os.close(self.memory)


def writable(pid):
    """Writable stretches of the interpreter's own data, as (low, high): the program, its library, and what follows them without a name."""
    found, inside = [], False
    with open(f"/proc/{pid}/maps") as lines:
        for line in lines:
            low, high, rights, name = re.match(r"(\w+)-(\w+) (\S+) \S+ \S+ \S+ *(.*)", line).groups()
            inside = "python" in os.path.basename(name) or inside and not name
            low, high = int(low, 16), int(high, 16)
            if inside and rights.startswith("rw") and high - low <= MOST_BYTES:
                found.append((low, high))
    return found
