#!/usr/bin/env python3
"""How soon does a session of a whole day open, and how soon is another time of it on the screen?

A short recording of a real program is made as long as a day: its lines are written again and again, with the times and counts that come later. It is
opened in a terminal of 120 x 40, plain and compressed; then somebody goes to times all over the day.
"""
import datetime
import gzip
import json
import random
import re
import subprocess
import tempfile
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

from figures import Bound, Row, Table
from machine import say
from program import first_sentence, options, shown, this_command
from pseudo_terminal import PseudoTerminal
from watched import Target

DAY_SECONDS = 86_400
SECOND_NANOS = 1_000_000_000
RECORDED_SECONDS = 26
PERIOD = "200ms"
PATIENCE_SECONDS = 60
PAUSE_SECONDS = 0.5
# A thread uses at most so much of each second, a core is busy for half of it.
GROWTH_NANOS = SECOND_NANOS // 20
CORE_MILLIS = 500
JAVA_HEADER = bytes.fromhex("1f8b08000000000000ff")


@dataclass(frozen=True)
class Opened:
    """How long it took, in milliseconds: to the first picture, and to each of the times that were gone to."""
    first_picture: float
    jumps: list


def main():
    parser = options(__doc__, rounds=1)
    parser.add_argument("--threads", type=int, default=100, help="of the program that was recorded; default %(default)s")
    parser.add_argument("--jumps", type=int, default=20, help="times to go to; default %(default)s")
    parser.add_argument("--hours", type=float, default=24, help="length of the session; default %(default)s")
    chosen = parser.parse_args()
    seconds = int(chosen.hours * 3600)
    table = Table(first_sentence(__doc__), [this_command(), shown([chosen.launcher, "replay", "FILE"])], [])
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        recorded = record(chosen, Path(folder))
        for name, compressed in (("plain", False), ("gz", True)):
            file = Path(folder) / ("day.jsonl.gz" if compressed else "day.jsonl")
            say(f"long_session: {name}")
            first = write(file, recorded, seconds, compressed)
            found = [open_and_jump(chosen, file, first, seconds) for _ in range(chosen.rounds)]
            table.notes.append(f"{name}: {seconds:,} snapshots of {chosen.threads} threads, {file.stat().st_size / 1e6:,.0f} MB.")
            table.rows += rows(name, found)
            file.unlink()
    print(table.markdown())


def rows(name, found):
    jumps = [jump for each in found for jump in each.jumps]
    return [Row(f"{name}: the first picture is on the screen after", "ms", [each.first_picture for each in found], Bound(high=1000), judge=max),
            Row(f"{name}: another time is on the screen after", "ms", jumps, Bound(high=100)),
            Row(f"{name}: the slowest of these", "ms", [max(jumps)])]


# --- a day is made -------------------------------------------------------------------------------------------------
def record(chosen, folder):
    """Header and lines of a short recording, from a full line on up to the next one."""
    file = folder / "short.jsonl"
    with Target(chosen.threads) as target:
        subprocess.run([chosen.launcher, "attach", str(target.pid), "--headless", "--duration", f"{RECORDED_SECONDS}s", "--period", PERIOD,
                        "--record", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    header, *lines = map(json.loads, file.read_text().splitlines())
    full = [number for number, line in enumerate(lines) if "after" not in line]
    if len(full) < 3:
        raise SystemExit(f"The recording has {len(full)} full lines, which is too few to go on from.")
    return header, lines[full[1]:full[2]]


def write(file, recorded, seconds, compressed):
    """Writes the session; returns the wall-clock time of its first snapshot, ms since 1970 UTC."""
    header, block = recorded
    began, first = block[0]["mono_ns"], block[0]["epoch_ms"]
    with open(file, "wb") as out:
        member = [summed(header)]
        for number in range(seconds):
            line = later(block[number % len(block)], number, began, first)
            if "after" not in line and number > 0:
                out.write(packed(member, compressed))
                member = []
            member.append(summed(line))
        out.write(packed(member, compressed))
    return first


def packed(lines, compressed):
    """Each full line begins a member of its own, with the header that Java writes, as in sessions that were recorded so."""
    text = b"".join(lines)
    return JAVA_HEADER + gzip.compress(text, 6)[len(JAVA_HEADER):] if compressed else text


def later(line, number, began, first):
    """The line as snapshot of that number, a second after the one before."""
    moved = {**line, "seq": number, "mono_ns": began + number * SECOND_NANOS, "epoch_ms": first + number * 1000}
    if "after" in line:
        moved["after"] = number - 1
    moved["cores"] = [{**core, "busy_ms": number * CORE_MILLIS, "idle_ms": number * (1000 - CORE_MILLIS)} for core in line["cores"]]
    moved["threads"] = [grown(thread, number) for thread in line["threads"]]
    return moved


def grown(thread, number):
    return {**thread, **{key: number * GROWTH_NANOS for key in ("on_cpu_ns", "run_delay_ns") if key in thread}}


def summed(line):
    text = json.dumps({key: value for key, value in line.items() if key != "crc"}, separators=(",", ":"), ensure_ascii=False)
    body = text[:-1].encode()
    return body + b',"crc":%d}\n' % zlib.crc32(body)


# --- and looked at ---------------------------------------------------------------------------------------------------
def open_and_jump(chosen, file, first, seconds):
    with PseudoTerminal([chosen.launcher, "replay", str(file)]) as terminal:
        if not terminal.pump(PATIENCE_SECONDS, lambda: re.search(r"replay.* \d\d:\d\d:\d\d", head(terminal))):
            raise SystemExit("The session was not opened; the screen says: " + terminal.screen().text()[-600:])
        opened = (terminal.pieces[-1][0] - terminal.exec_seconds) * 1000
        terminal.send(b" ")
        terminal.pump(PAUSE_SECONDS)
        # Always the same times, so that runs can be compared.
        order = random.Random(1)
        return Opened(opened, [jump(terminal, first, order.randrange(60, seconds - 60)) for _ in range(chosen.jumps)])


def jump(terminal, first, second):
    """Goes to that second of the session; ms until the first line says so."""
    wanted = [clock(first, second + more) for more in (0, 1)]
    terminal.send(b"b" + wanted[0].encode())
    terminal.pump(PAUSE_SECONDS)
    pressed = time.monotonic()
    terminal.send(b"\r")
    if not terminal.pump(PATIENCE_SECONDS, lambda: any(each in head(terminal) for each in wanted)):
        raise SystemExit(f"{wanted[0]} never came; the first line says: {head(terminal)}")
    shown_at = terminal.pieces[-1][0]
    terminal.pump(PAUSE_SECONDS)
    return (shown_at - pressed) * 1000


def head(terminal):
    return terminal.screen().text().split("\n")[0]


def clock(first, second):
    return datetime.datetime.fromtimestamp(first / 1000 + second).strftime("%H:%M:%S")


if __name__ == "__main__":
    main()
