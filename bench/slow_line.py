#!/usr/bin/env python3
"""Does the dashboard stay usable on a slow line: are keys answered, is the picture new, does nothing pile up?

A line of 9,600 baud, of 64 kbit/s and one without limit stand between the program and an emulated terminal. The line takes all that it is
given at once and passes it on at its own pace, as an SSH connection over a slow link does, so that only what the program itself holds back
is not late; then, where there is an sshd and the right to start one, a real connection over such a line. What is answered is read from the
terminal's screen.
"""
import collections
import contextlib
import json
import re
import select
import tempfile
import time
from pathlib import Path

import ssh_line
from figures import Bound, Row, Table
from machine import say, version_of
from program import first_sentence, options, shown, this_command
from pseudo_terminal import PseudoTerminal

LINES = {"9,600 baud": 960, "64 kbit/s": 8000, "no limit": 10 ** 9}
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
QUESTION, ANSWER = b"\x1b[5n", b"\x1b[0n"
STEP_SECONDS = 0.005
CLOCK = re.compile(r"(\d\d):(\d\d):(\d\d)$")
RUNNING = re.compile(r"\bgil(, running)? \d+ s")


class SlowTerminal(PseudoTerminal):
    """A terminal at the far end of a line that passes on so many bytes a second. Answers the question for its state when it has come to it."""

    def __init__(self, command, rate, size, answers=True):
        super().__init__(command, size=size)
        self.rate, self.answers = rate, answers
        self.line, self.credit, self.at = collections.deque(), 0.0, time.monotonic()
        self.seen, self.shown_bytes, self.frames = b"", 0, 0

    def pass_on(self, seconds, until=lambda: False):
        """Lets the line work for so long, or until something holds, which is asked after whatever is shown; returns whether it came to."""
        end = time.monotonic() + seconds
        while not self.ended and time.monotonic() < end:
            if select.select([self.master], [], [], STEP_SECONDS)[0]:
                self.read()
                if self.pieces:
                    self.line.extend(self.pieces.pop()[1])
            if self.show() and until():
                return True
        return False

    def show(self):
        """What came through meanwhile, on the screen; whether there was anything."""
        now = time.monotonic()
        self.credit, self.at = min(self.credit + (now - self.at) * self.rate, max(1, self.rate * 2 * STEP_SECONDS)), now
        count = min(int(self.credit), len(self.line))
        if count == 0:
            return False
        self.credit -= count
        shown_now = bytes(self.line.popleft() for _ in range(count))
        self.drawn.feed(shown_now)
        self.shown_bytes += count
        self.answer(shown_now)
        return True

    def answer(self, shown_now):
        self.seen = self.seen[-(len(QUESTION) - 1):] + shown_now
        ended = self.seen.count(QUESTION)
        self.frames += ended
        if self.answers and ended:
            self.send(ANSWER * ended)

    def first_line(self):
        return self.drawn.text().split("\n")[0]

    def close(self):
        self.rate = 10 ** 9
        super().close()


def main():
    parser = options(__doc__, rounds=1)
    parser.add_argument("--watch", type=float, default=40, help="seconds that the picture is watched; default %(default)s")
    parser.add_argument("--presses", type=int, default=12, help="how often a key is pressed; default %(default)s")
    parser.add_argument("--sizes", default=",".join(SIZES), help="of the terminal; default %(default)s")
    parser.add_argument("--sshd", default=ssh_line.find(), help="an sshd to try too; default %(default)s")
    parser.add_argument("--silent", action="store_true", help="a terminal that answers no question, which the program then does not wait for")
    chosen = parser.parse_args()
    table = Table(first_sentence(__doc__), [this_command(), shown(command(chosen, "FILE"))], [
        "The key is space, which holds the picture and lets it go: counted until the first line says so. The picture's age is that of the newest "
        "sample on it, by the recording, just before the next one is shown. Memory is what the monitor's process holds, after 20 s and at the end. Ten samples a second are more than "
        "9,600 baud can show: there a key may wait for one frame and come with another, a second each.",
        sshd_note(chosen)])
    for size in chosen.sizes.split(","):
        for line, rate in LINES.items():
            table.rows += measured(chosen, f"{size}, {line}", SIZES[size], lambda words: (words, rate))
        table.rows += measured(chosen, f"{size}, 9,600 baud, ten samples a second", SIZES[size],
                               lambda words: ([*words, "--period", "100ms"], LINES["9,600 baud"]))
    if chosen.sshd:
        with ssh_line.Server(chosen.sshd) as server:
            for line, rate in list(LINES.items())[:2]:
                table.rows += measured(chosen, f"80x24, sshd, {line}", SIZES["80x24"], lambda words: (server.command(words, rate), LINES["no limit"]))
    print(table.markdown())


def command(chosen, recording):
    return [chosen.launcher, "run", "gil", "--workers", "4", "--duration", "0", "--record", recording]


def sshd_note(chosen):
    return (f"The rows of sshd are of {version_of('ssh', '-V')} on the loopback interface, the line being between it and its client."
            if chosen.sshd else "Not tried over a real sshd: none is installed, or only root may start it.")


def measured(chosen, name, size, way):
    """The rows of one line. way: from the program's words to a command and the rate at which what that writes is shown."""
    found = collections.defaultdict(list)
    for turn in range(chosen.rounds):
        say(f"slow line: {name}, round {turn + 1} of {chosen.rounds}")
        one_round(chosen, size, way, found)
    wanted = (Bound(), Bound()) if "no limit" in name else (Bound(high=2), None) if "ten samples" in name else (Bound(high=1), Bound(high=2))
    return rows(name, found, wanted)


def one_round(chosen, size, way, found):
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder) / "recording.jsonl"
        words, rate = way(command(chosen, str(recording)))
        with SlowTerminal(words, rate, size, not chosen.silent) as terminal:
            if not terminal.pass_on(60, lambda: RUNNING.search(terminal.first_line())):
                raise SystemExit("The dashboard did not come up; it says: " + terminal.drawn.text()[-500:])
            terminal.pass_on(20)
            monitor = monitor_of(recording)
            memory, count = held(monitor), terminal.shown_bytes
            pictures = watch(terminal, chosen.watch)
            found["bytes"].append((terminal.shown_bytes - count) / chosen.watch)
            found["age"] += ages(pictures, recording.read_text().splitlines(keepends=True))
            found["key"] += [press(terminal) for _ in range(chosen.presses)]
            found["memory"].append(held(monitor) - memory)


def watch(terminal, seconds):
    """What the clock in the corner said at the end of each frame, and when the next one had come."""
    pictures, end = [], time.monotonic() + seconds
    while time.monotonic() < end and not terminal.ended:
        frames, before = terminal.frames, clock(terminal)
        if terminal.pass_on(end - time.monotonic(), lambda: terminal.frames > frames) and before:
            pictures.append((before, time.time()))
    return pictures[1:]


def clock(terminal):
    found = CLOCK.search(terminal.first_line())
    return found.group() if found else ""


def ages(pictures, lines):
    """Seconds from the end of the newest sample on a picture until the next picture was shown."""
    ends = {}
    for line in lines:
        moment = json.loads(line).get("epoch_ms") if line.endswith("\n") else None
        if moment:
            ends.setdefault(time.strftime("%H:%M:%S", time.localtime(moment / 1000)), moment / 1000)
    return [until - ends[said] for said, until in pictures if said in ends]


def press(terminal):
    """Seconds until the key is seen to have been answered; None when it is not within 20."""
    held_now = "paused" in terminal.first_line()
    terminal.pass_on(0.7)
    pressed = time.monotonic()
    terminal.send(b" ")
    answered = terminal.pass_on(20, lambda: ("paused" in terminal.first_line()) != held_now)
    return time.monotonic() - pressed if answered else None


def monitor_of(recording):
    """The process that records into that file."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (process / "cmdline").read_bytes().split(b"\0")
            if str(recording).encode() in words and b"coreloom.app.Main" in words:
                return process
    raise SystemExit("The monitor is not among the processes.")


def held(process):
    """Resident memory of the monitor alone, MB."""
    return int(re.search(r"VmRSS:\s+(\d+)", (process / "status").read_text()).group(1)) / 1024


def rows(name, found, wanted):
    """wanted: of the keys, and of the age; None where that cannot be told, as the clock on the screen has whole seconds."""
    age = [] if wanted[1] is None else [Row(f"{name}: age of the picture", "s", found["age"], wanted[1], judge=max)]
    return [Row(f"{name}: a key is answered after", "s", found["key"], wanted[0], judge=max), *age,
            Row(f"{name}: memory has grown by", "MB", found["memory"], Bound(high=8), judge=max),
            Row(f"{name}: to the terminal", "bytes/s", found["bytes"])]


if __name__ == "__main__":
    main()
