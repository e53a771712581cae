"""A program on a terminal of its own, as under SSH."""
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import tempfile
import termios
import time

from machine import tree
from screen import Screen

COLUMNS, ROWS = 120, 40
SETTINGS = ("LINES", "COLUMNS", "COLORTERM", "NO_COLOR", "LANGUAGE", "HTOPRC", "CORELOOM_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")


class PseudoTerminal:
    """
    Starts a program and keeps what it writes, with the time each piece came. Use it in a `with`: at its end the program is told to quit,
    and killed with all its descendants if it does not.
    """

    def __init__(self, command, environment=None, size=(COLUMNS, ROWS)):
        self.pieces, self.ended, self.drawn, self.fed = [], False, Screen(*size), 0
        self.home = tempfile.mkdtemp(prefix="coreloom-bench-")
        told, tell = os.pipe()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            become(command, {**plain_environment(self.home), **(environment or {})}, tell, size)
        os.close(tell)
        fact = os.read(told, 8)
        os.close(told)
        self.exec_seconds = struct.unpack("=d", fact)[0] if fact else time.monotonic()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def pump(self, seconds, until=lambda: False):
        """Reads for so long, or until the program ends or something holds, which is asked after every piece; returns whether it came to."""
        end = time.monotonic() + seconds
        while not self.ended:
            left = end - time.monotonic()
            if left <= 0:
                break
            if select.select([self.master], [], [], left)[0]:
                self.read()
                if until():
                    return True
        return False

    def read(self):
        try:
            piece = os.read(self.master, 65536)
        except OSError:
            piece = b""
        if piece:
            self.pieces.append((time.monotonic(), piece))
        else:
            self.ended = True

    def send(self, keys):
        os.write(self.master, keys)

    def byte_count(self):
        return sum(len(piece) for _, piece in self.pieces)

    def screen(self):
        """What it shows now."""
        for _, piece in self.pieces[self.fed:]:
            self.drawn.feed(piece)
        self.fed = len(self.pieces)
        return self.drawn

    def close(self):
        if not self.ended:
            self.send(b"q")
            self.pump(2)
        for pid in tree(self.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        os.close(self.master)
        os.waitpid(self.pid, 0)
        shutil.rmtree(self.home, ignore_errors=True)


def plain_environment(home):
    """The same terminal for every program, and no settings of anybody's."""
    kept = {name: value for name, value in os.environ.items()
            if name not in SETTINGS and not name.startswith("LC_")}
    return {**kept, "HOME": home, "XDG_CONFIG_HOME": home + "/.config",
            "XDG_STATE_HOME": home + "/.local/state", "TERM": "xterm-256color", "LANG": "C.UTF-8"}


def become(command, environment, tell, size):
    """The child's part: sets the size, says when, and turns into the program."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.write(tell, struct.pack("=d", time.monotonic()))
        os.execvpe(command[0], command, environment)
    except OSError as e:
        os.write(2, f"{command[0]}: {e.strerror}\n".encode())
    finally:
        os._exit(127)
