#!/usr/bin/env python3
"""Does the emulated interpreter lock change hands as often as CPython's, at every switch interval?

Writes a profile with one gil lane for each number of threads and switch interval into a temporary folder, and runs it headless. The bands
are those of CPython 3.12 and 3.13 on two cores. A real CPython, where there is one, does the same beside it: see --python.
"""
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from statistics import median

from figures import Bound, Row, Table
from machine import say, undisturbed, which
from program import first_sentence, headless, options, shown, this_command, troubles

BESIDE_CPYTHON = Bound(0.85, 1.15)

# What a thread of CPython does: it notes each time that it finds another thread's mark. Between note and mark no other thread can run for
# longer than one slice, so every handoff to a thread that does some work is seen, and counted once.
CPYTHON = """
import sys, threading, time
threads, interval, seconds = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
sys.setswitchinterval(interval)
if not getattr(sys, "_is_gil_enabled", lambda: True)():
    sys.exit("this CPython runs without its lock")
holder, counts, end = [None], [0] * threads, time.monotonic() + seconds + 0.5
def work(me):
    while time.monotonic() < end:
        for _ in range(100):
            if holder[0] != me:
                holder[0] = me
                counts[me] += 1
crew = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
for thread in crew:
    thread.start()
time.sleep(0.25)
before, began = sum(counts), time.monotonic()
time.sleep(seconds)
rate = (sum(counts) - before) / (time.monotonic() - began)
for thread in crew:
    thread.join()
print(rate)
"""


@dataclass(frozen=True)
class Setting:
    """A number of threads and a switch interval. The bound is for handoffs per second, or per switch interval where `in_intervals`."""
    threads: int
    micros: int
    bound: Bound
    in_intervals: bool = False

    @property
    def name(self):
        return f"gil-{self.threads}x{self.micros}"

    @property
    def words(self):
        return f"{self.threads} threads, {self.micros / 1000:g} ms"


def about(reference, low=0.85, high=1.15):
    return Bound(reference * low, reference * high)


SETTINGS = [
    Setting(2, 5000, about(180)), Setting(4, 5000, about(165)), Setting(8, 5000, about(170)),
    Setting(2, 500, Bound(0.55 - 0.15, 0.67 + 0.15), True), Setting(4, 500, Bound(0.55 - 0.15, 0.67 + 0.15), True),
    Setting(2, 50000, Bound(1 - 0.06, 1 + 0.06), True), Setting(4, 50000, Bound(1 - 0.06, 1 + 0.06), True)]


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--duration", type=int, default=8, help="seconds that each setting is measured; default %(default)s")
    parser.add_argument("--python", default=next(iter(which("python3.12", "python3.13")), ""),
                        help="a CPython to run beside it; empty for none; default '%(default)s'")
    chosen = parser.parse_args()
    if chosen.python and cpython(chosen.python, Setting(2, 5000, Bound()), 0.2) is None:
        chosen.python = ""
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        with open(os.path.join(folder, "handoffs.toml"), "w") as file:
            file.write(profile(chosen.duration))
        command = [chosen.launcher, "run", "handoffs", "--profiles", folder, "--headless", "--json"]
        ours, theirs = measure(chosen, command)
    table = Table(first_sentence(__doc__), [this_command(), shown(command)], [*notes(chosen), *troubles([each for each, _ in ours])])
    table.rows = [each for setting in SETTINGS for each in rows(setting, ours, theirs)]
    print(table.markdown())


def profile(seconds):
    lanes = [f'[[lane]]\nname = "{each.name}"\nvariant = "gil"\nworkers = {each.threads}\nswitch_interval_micros = {each.micros}\n'
             for each in SETTINGS]
    top = ["# The interpreter lock at several switch intervals: the handoffs per second follow it.", 'title = "Handoffs"',
           'kernel = "cpu"', f"duration_seconds = {seconds}", "baseline_millis = 0", ""]
    return "\n".join(top + lanes)


def measure(chosen, command):
    """Documents of Coreloom and rates of CPython by setting, one a round, each with its foreign load."""
    ours, theirs = [], []
    for turn in range(chosen.rounds):
        say(f"handoffs: round {turn + 1} of {chosen.rounds}")
        ours.append(undisturbed(lambda: headless(command), chosen.repeats))
        if chosen.python:
            theirs.append(undisturbed(lambda: {each.name: cpython(chosen.python, each, chosen.duration) for each in SETTINGS},
                                      chosen.repeats))
    return ours, theirs


def cpython(python, setting, seconds):
    """Handoffs per second of a real CPython; None where it cannot be run or has no such lock."""
    command = [python, "-c", CPYTHON, str(setting.threads), str(setting.micros / 1e6), str(seconds)]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, universal_newlines=True)
    except OSError:
        return None
    return json.loads(done.stdout) if done.returncode == 0 else None


def notes(chosen):
    with_python = "No CPython was run beside it (--python PATH)."
    if chosen.python:
        version = subprocess.run([chosen.python, "-V"], stdout=subprocess.PIPE, universal_newlines=True).stdout.strip()
        with_python = f"{version} beside it, round by round, ran the same settings; the ratio is that of the medians."
    return ["The profile in the command is written by the script. `per interval` is handoffs per second × switch interval: below 1, "
            "because the interval is a floor for a turn, not its length. " + with_python]


def rows(setting, ours, theirs):
    rates = [lane["handoffsPerSecond"] for document, _ in ours for lane in document["lanes"] if lane["name"] == setting.name]
    foreign = max(load for _, load in ours)
    if setting.in_intervals:
        per_interval = [rate if rate is None else rate * setting.micros / 1e6 for rate in rates]
        found = [Row(setting.words, "per s", rates, foreign_cores=foreign),
                 Row(setting.words, "per interval", per_interval, setting.bound, foreign)]
    else:
        found = [Row(setting.words, "per s", rates, setting.bound, foreign)]
    if theirs:
        reference = [rate[setting.name] for rate, _ in theirs]
        known = None not in rates + reference
        load = max(each for _, each in theirs)
        found.append(Row(f"{setting.words}: CPython", "per s", reference, foreign_cores=load))
        wanted = Bound() if setting.in_intervals else BESIDE_CPYTHON
        ratio = median(rates) / median(reference) if known else None
        found.append(Row(f"{setting.words}: ours to CPython's", "ratio", [ratio], wanted, max(foreign, load)))
    return found


if __name__ == "__main__":
    main()
