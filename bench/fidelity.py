#!/usr/bin/env python3
"""Does the emulation behave as CPython does? Twenty rows, each measured on the real one and on ours, interleaved, and held to a band.

Writes docs/fidelity.md. A long run can be made in pieces: --results keeps what was measured, the same command with --minutes goes on where it
ended, and once all is there only writes the page.
"""
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import cpython
import emulation
from fidelity_ablations import ABLATIONS
from fidelity_cases import CASES
from fidelity_page import Judged, Page
from fidelity_rows import ROWS, Results
from machine import Window, say
from measured import Measured
from program import ROOT, options

VOID_CORES = 0.3
OURS = "emulated"


@dataclass
class Run:
    """What the page says of the run itself."""
    launcher: str
    rounds: int
    limit: float = VOID_CORES
    cases: int = 0
    void: int = 0
    disturbed: int = 0
    absent: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)


class Measurement:
    """
    Everything measured so far, by (case, side).

    left: told before each case whether there is time for it
    """

    def __init__(self, chosen, pythons, left):
        self.chosen, self.pythons, self.left = chosen, pythons, left
        self.run = Run(chosen.launcher, chosen.rounds)
        self.found, self.ablated, self.skipped = {}, {}, 0

    def undisturbed(self, measure):
        """What `measure` gives, measured again while other programs run beside it; of void ones the quietest."""
        best = None
        for attempt in range(1 + self.chosen.repeats):
            window = Window()
            found = measure()
            found = replace(found, foreign=window.foreign_cores())
            best = found if best is None or found.foreign < best.foreign else best
            if found.foreign <= VOID_CORES:
                break
            self.run.void += 1
            say(f"    void: other programs used {found.foreign:.2f} cores meanwhile")
        self.run.cases += 1
        self.run.disturbed += best.foreign > VOID_CORES
        return best

    def round(self, case):
        """One case on every side."""
        for python in filter(case.python, self.pythons):
            if case.job:
                self.keep(case, str(python), self.undisturbed(lambda: cpython.run(python, case, self.chosen.launcher)))
        if case.name not in self.run.absent:
            try:
                self.keep(case, OURS, self.undisturbed(lambda: emulation.run(self.chosen.launcher, case)))
            except emulation.NotThere as why:
                self.run.absent[case.name] = str(why)
                say(f"    not there yet: {why}")

    def keep(self, case, side, measured):
        self.found.setdefault((case.name, side), []).append(measured)
        say(f"    {side}: " + shown(measured))

    def measure(self, names):
        for turn in range(self.chosen.rounds):
            for number, name in enumerate(names):
                if self.rounds_of(name) <= turn and self.may():
                    say(f"round {turn + 1} of {self.chosen.rounds}, case {number + 1} of {len(names)}: {name}")
                    self.round(CASES[name])
                    self.save()

    def rounds_of(self, name):
        """How often that case has been measured; one that cannot be needs no more."""
        return self.chosen.rounds if name in self.run.absent else len(self.found.get((name, OURS), []))

    def may(self):
        """Whether there is time; counts what is put off."""
        there_is = self.left()
        self.skipped += not there_is
        return there_is

    def ablate(self, ablation):
        for name in dict.fromkeys(ablation.notices.values()):
            if (ablation.name, name) in self.ablated or not self.may():
                continue
            say(f"without {ablation.name}: {name}")
            case = replace(CASES[name], lane=ablation.change(CASES[name].lane))
            try:
                self.ablated[ablation.name, name] = [self.undisturbed(lambda: emulation.run(self.chosen.launcher, case))]
                say("    " + shown(self.ablated[ablation.name, name][0]))
            except emulation.NotThere as why:
                say(f"    not there yet: {why}")
            self.save()

    def noticed(self, rows):
        """Lines of the table of ablations."""
        numbers = {row.number: row for row in rows}
        sides = [str(python) for python in self.pythons]
        for ablation in ABLATIONS:
            for row, case in ablation.notices.items():
                if row in numbers and (ablation.name, case) in self.ablated:
                    results = Results({**self.found, (case, OURS): self.ablated[ablation.name, case]})
                    judged = [Judged(each, sides, results) for each in numbers[row].quantities if each.case == case]
                    missed = [f"{each.quantity.what}: {'; '.join(each.misses)}" for each in judged if each.misses]
                    yield [ablation.what, str(row), ". ".join(missed) or "within its band", "yes" if missed else "**no**"]

    def save(self):
        if self.chosen.results:
            kept = {which: [[*key, [asdict(each) for each in measured]] for key, measured in what.items()]
                    for which, what in (("found", self.found), ("ablated", self.ablated))}
            run = {key: getattr(self.run, key) for key in ("cases", "void", "disturbed")}
            Path(self.chosen.results).write_text(json.dumps({**kept, "run": run}))

    def take_up(self):
        """What an earlier run kept, of cases that there still are."""
        if self.chosen.results and os.path.exists(self.chosen.results):
            kept = json.loads(Path(self.chosen.results).read_text())
            for which, what in (("found", self.found), ("ablated", self.ablated)):
                what.update({(first, second): [Measured.read(each) for each in measured] for first, second, measured in kept[which]})
            for key, value in kept["run"].items():
                setattr(self.run, key, value)


def shown(measured):
    """A measurement in a few words, for the person who waits."""
    words = [f"{measured.throughput:.0f} units/s"]
    words += [f"speed-up {measured.speed_up:.2f}"] if measured.speed_up else []
    words += [f"{measured.handoff_rate:.0f} handoffs/s"] if measured.handoffs is not None else []
    words += [f"{measured.threads.cores:.2f} cores", f"{measured.threads.voluntary_rate:.0f} voluntary/s"]
    words += [f"{measured.returns:.2f} back"] if measured.returns is not None else []
    if measured.replies:
        words += [f"{measured.reply_rate:.0f} replies/s, p50 {measured.replies.within['0.5']:.3f} ms, p90 {measured.replies.within['0.9']:.3f} ms, "
                  f"mean {measured.replies.mean:.3f} ms"]
    return ", ".join(words)


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--python", action="append", default=[], help="a CPython to measure beside; may be given again; unless given, those on PATH")
    parser.add_argument("--rows", default=",".join(str(row.number) for row in ROWS), help="rows to measure; default %(default)s")
    parser.add_argument("--ablations", default=",".join(each.name for each in ABLATIONS), help="parts to leave out; empty for none; default %(default)s")
    parser.add_argument("--results", default="", help="a file that keeps what was measured; what it has is not measured again")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="begin nothing after that time; the page has what there is by then")
    parser.add_argument("--output", default=str(ROOT / "docs/fidelity.md"), help="the file to write; default %(default)s")
    chosen = parser.parse_args()
    wanted = [int(word) for word in chosen.rows.split(",") if word]
    if not set(wanted) <= {row.number for row in ROWS}:
        parser.error(f"--rows knows 0 to {ROWS[-1].number}")
    parts = [each for each in ABLATIONS if each.name in chosen.ablations.split(",")]
    end = time.monotonic() + 60 * chosen.minutes
    measurement = Measurement(chosen, cpython.interpreters(chosen.python), lambda: time.monotonic() < end)
    measurement.take_up()
    measurement.measure(list(dict.fromkeys(case for row in ROWS if row.number in wanted for case in row.cases())))
    for ablation in parts:
        if set(ablation.notices) & set(wanted):
            measurement.ablate(ablation)
    write(chosen, measurement)
    return 0


def write(chosen, measurement):
    sides = [str(python) for python in measurement.pythons]
    page = Page(ROWS, sides, Results(measurement.found), measurement.run)
    Path(chosen.output).write_text(page.markdown(list(measurement.noticed(ROWS))))
    say(f"Written to {chosen.output}. " + (f"{measurement.skipped} measurements are still to be made: give the same command again."
                                           if measurement.skipped else "Everything has been measured."))


if __name__ == "__main__":
    sys.exit(main())
