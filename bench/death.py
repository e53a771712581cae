#!/usr/bin/env python3
"""What is left after a kill -9, of the monitor or of a worker, and how soon does a key bring a fresh run?

Kills the monitor during every variant, on a dashboard and headless, and counts the milliseconds until its last descendant is gone; kills
one worker of a `processes` lane and reads what the run says of it; presses the keys of two profiles in turn and waits for their lanes.
"""
import os
import re
import signal
import time

from figures import Bound, Row, Table
from machine import children, say, stat, tree, undisturbed
from program import document, first_sentence, options, shown, start, this_command
from pseudo_terminal import PseudoTerminal

LANES = {"threads": "cpu", "processes": "cpu", "gil": "cpu", "gil-processes": "cpu", "locked-short": "lock"}
ALLOWED_SECONDS = 2
PATIENCE_SECONDS = 30
LOOK_SECONDS = 0.01
PAUSE_SECONDS = 1.5
WORKERS = 3
HEADLESS = ["--headless", "--json"]

# How the first line of the dashboard says that a lane is measured; where there is little room the word is left out.
RUNNING = r", running\b| \d+ of 60 s\b"

RUNNING_GIL = r"\bgil, running"

# The key of a profile, and what the first line of the dashboard says as soon as the workers of its first lane are there.
KEYS = {b"2": r"\bthreads, warming up", b"4": r"\bgil, warming up"}


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--presses", type=int, default=10, help="how often a key is pressed; default %(default)s")
    chosen = parser.parse_args()
    commands = [run(chosen, "PROFILE", "LANE"), run(chosen, "PROFILE", "LANE", *HEADLESS)]
    table = Table(first_sentence(__doc__), [this_command(), *map(shown, commands)],
                  ["Judged by the worst round. A process that has ended but was not yet waited for counts as gone."])
    for lane, profile in LANES.items():
        for words, kill in (("dashboard", kill_dashboard), ("headless", kill_headless)):
            say(f"death: kill -9 of the monitor, {lane}, {words}")
            values = [kill(run(chosen, profile, lane, *(HEADLESS if words == "headless" else []))) for _ in range(chosen.rounds)]
            table.rows.append(Row(f"monitor killed, {lane}, {words}: last process gone after", "ms", values,
                                  Bound(high=ALLOWED_SECONDS * 1000), judge=max))
    table.rows += worker_rows(chosen, table.notes) + [key_row(chosen)]
    print(table.markdown())


def run(chosen, profile, lane, *more):
    return [chosen.launcher, "run", profile, "--lanes", lane, "--workers", "2", "--duration", "60s", *more]


# --- the monitor dies ---------------------------------------------------------------------------------------------
def kill_dashboard(command):
    with PseudoTerminal(command) as terminal:
        if not await_line(terminal, RUNNING):
            return None
        return kill_and_count(terminal.pid)


def await_line(terminal, pattern):
    """Waits until the first line of the screen has it; returns when that was, on the monotonic clock, or None."""
    found = terminal.pump(PATIENCE_SECONDS, lambda: re.search(pattern, terminal.screen().text().split("\n")[0]) is not None)
    return terminal.pieces[-1][0] if found else None


def kill_headless(command):
    process = start(command, stderr=-1)
    try:
        return kill_and_count(process.pid) if await_running(process) else None
    finally:
        process.kill()
        process.communicate()


def await_running(process):
    """Waits until the run says that its lane is measured; whether it came to that."""
    return any(line.rstrip().endswith(": running") for line in process.stderr)


def kill_and_count(monitor):
    """Kills the monitor alone; ms until none of its descendants is left. None when some outlive our patience, which ends them."""
    descendants = {pid: stat(pid) for pid in tree(monitor)[1:]}
    if not descendants:
        return None
    killed = time.monotonic()
    os.kill(monitor, signal.SIGKILL)
    while time.monotonic() - killed < 3 * ALLOWED_SECONDS:
        if not any(lives(pid, before) for pid, before in descendants.items()):
            return (time.monotonic() - killed) * 1000
        time.sleep(LOOK_SECONDS)
    for pid, before in descendants.items():
        if lives(pid, before):
            os.kill(pid, signal.SIGKILL)
    return None


def lives(pid, before):
    """Whether it is still the same process and has not ended."""
    now = stat(pid)
    return before is not None and now is not None and now.alive and now.start_ticks == before.start_ticks


# --- a worker dies ------------------------------------------------------------------------------------------------
def worker_rows(chosen, notes):
    say("death: kill -9 of one worker")
    command = [chosen.launcher, "run", "cpu", "--lanes", "processes", "--workers", str(WORKERS), "--duration", "6s", *HEADLESS]
    lanes, left = [], []
    for _ in range(chosen.rounds):
        survivors, lane = kill_one_worker(command)
        left.append(survivors)
        lanes.append(lane)
    notes.append(f"One of {WORKERS} workers killed: `{shown(command)}`. What the document said: “{lanes[0]['trouble']}”")
    named = [float(re.search(r"\bsignal 9\b|\b137\b", lane["trouble"] or "") is not None) for lane in lanes]
    wall, others = [lane["wallSeconds"] for lane in lanes], WORKERS - 1
    return [Row("worker killed: rounds in which the document names signal 9 or 137", "share", named, Bound(low=1), judge=min),
            Row("worker killed: others still at work a second later", "workers", left, Bound(others, others), judge=min),
            Row("worker killed: the lane was measured for", "s of 6", wall, Bound(low=5.9), judge=min)]


def kill_one_worker(command):
    """Returns how many of the others still burnt CPU time a while later, and what the document says of the lane."""
    process = start(command, stderr=-1)
    if not await_running(process):
        raise SystemExit(f"{shown(command)} never began to measure its lane.")
    victim, *others = children(process.pid)
    os.kill(victim, signal.SIGKILL)
    time.sleep(0.5)
    before = [stat(pid) for pid in others]
    time.sleep(0.5)
    after = [stat(pid) for pid in others]
    working = sum(bool(a and b and b.cpu_seconds > a.cpu_seconds) for a, b in zip(before, after))
    return working, document(process)["lanes"][-1]


# --- a key is pressed ---------------------------------------------------------------------------------------------
def key_row(chosen):
    say("death: pressing keys")
    values, foreign = undisturbed(lambda: press_all(chosen), chosen.repeats)
    return Row("key pressed: the fresh run's workers are on the screen after", "ms", values, Bound(high=1000), foreign, max)


def press_all(chosen):
    keys = list(KEYS)
    with PseudoTerminal([chosen.launcher, "run", "gil"]) as terminal:
        if await_line(terminal, RUNNING_GIL) is None:
            return [None]
        return [press(terminal, keys[turn % len(keys)]) for turn in range(chosen.presses)]


def press(terminal, key):
    pressed = time.monotonic()
    terminal.send(key)
    shown_at = await_line(terminal, KEYS[key])
    terminal.pump(PAUSE_SECONDS)
    return None if shown_at is None else (shown_at - pressed) * 1000


if __name__ == "__main__":
    main()
