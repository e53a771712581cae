"""docs/fidelity.md: what was measured, row by row, and what each row says."""
import datetime
import platform
import textwrap
from statistics import median

from figures import number
from fidelity_notes import NOTES
from machine import description, runtimes, version_of
from program import ROOT

WIDTH = 140
REFERENCE = "A free-threaded build of CPython 3.13, measured earlier on two cores,"


def spread(figures):
    """Median, and what the rounds varied between; n/a where there is none."""
    if not figures:
        return "n/a"
    middle = number(median(figures))
    return middle if len(figures) == 1 else f"{middle} [{number(min(figures))}–{number(max(figures))}]"


class Judged:
    """One quantity with its figures and its verdict."""

    def __init__(self, quantity, sides, results):
        self.quantity = quantity
        self.ours = results.figures(quantity.case, "emulated", quantity.pick)
        self.real = {side: results.figures(quantity.case, side, quantity.pick) for side in sides}
        medians = {side: median(figures) for side, figures in self.real.items() if figures}
        self.misses = quantity.band.misses(median(self.ours), medians, results) if self.ours else None
        self.ratios = [median(self.ours) / theirs for theirs in medians.values() if theirs] if self.ours else []
        needs_real = quantity.band.ratio or quantity.band.apart is not None
        self.unmatched = self.ours is not None and needs_real and not medians

    @property
    def verdict(self):
        if self.misses is None:
            return "not measured"
        if self.misses:
            return f"**missed**: {'; '.join(self.misses)}"
        return "nothing to compare with" if self.unmatched else "met"

    def line(self):
        quantity = self.quantity
        ratios = ", ".join(map(number, self.ratios)) or "n/a"
        return [quantity.what, quantity.unit, *map(spread, self.real.values()), spread(self.ours), ratios, quantity.band.words(), self.verdict]


def table(heading, lines):
    return "\n".join("| " + " | ".join(line) + " |" for line in [heading, ["---"] * len(heading), *lines])


def verdict_of(judged):
    """Of a row, in one word."""
    if any(each.misses for each in judged):
        return "**missed**"
    if all(each.misses is None for each in judged):
        return "not measured"
    return "met" if all(each.verdict == "met" for each in judged) else "met as far as measured"


class Page:
    """sides: words of each real interpreter, in the order of the columns"""

    def __init__(self, rows, sides, results, run):
        self.rows, self.sides, self.results, self.run = rows, sides, results, run
        self.judged = {row.number: [Judged(each, sides, results) for each in row.quantities] for row in rows}

    def markdown(self, ablations):
        parts = ["# Fidelity: the emulated interpreter lock beside CPython's", *self.heading(), self.summary(), *map(self.section, self.rows)]
        parts += ["## What must be noticed", self.ablations(ablations)] if ablations else []
        return "\n\n".join(parts) + "\n"

    def heading(self):
        made = (f"Made by `make fidelity` on {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d at %H:%M} UTC. "
                f"Every figure is the median of {self.run.rounds} rounds [smallest–largest]; in each round every case ran on each interpreter and on "
                f"the emulation, one right after the other. A case during which other programs used more than {self.run.limit} cores was void and "
                f"measured again: {self.run.void} of {self.run.cases}. {self.run.disturbed} stayed disturbed. Ratios are of the emulation to each CPython, in the "
                "order of the columns; a band must hold beside all of them.")
        facts = [*description(), f"Coreloom: {version_of(self.run.launcher, '--version')}, commit "
                 + version_of("git", "-C", str(ROOT), "describe", "--always", "--dirty"),
                 f"Java runtimes: {', '.join(each.version for each in runtimes()) or 'none found'}; the launcher takes the newest unless told otherwise",
                 f"Measured beside it: {', '.join(self.sides) or 'no CPython was found'}; these scripts on CPython {platform.python_version()}",
                 *self.run.notes]
        return [textwrap.fill(made, WIDTH), "\n".join(f"- {fact}" for fact in facts)]

    def summary(self):
        met = sum(verdict_of(judged) == "met" for judged in self.judged.values())
        lines = [[str(row.number), row.title, row.why, verdict_of(self.judged[row.number])] for row in self.rows]
        return f"**{met} of {len(self.rows)} rows met.**\n\n" + table(["row", "what", "why it is asked", "verdict"], lines)

    def section(self, row):
        heading = ["what", "unit", *self.sides, "emulation", "ratio", "wanted", "verdict"]
        parts = [f"## {row.number}. {row.title}", table(heading, [each.line() for each in self.judged[row.number]])]
        parts += self.references(self.judged[row.number])
        parts += [f"Not measured: {self.run.absent[case]}" for case in dict.fromkeys(row.cases()) if case in self.run.absent]
        parts += [textwrap.fill(NOTES[row.number], WIDTH)] if row.number in NOTES else []
        return "\n\n".join(parts)

    @staticmethod
    def references(judged):
        """What stands in where no interpreter here could be measured."""
        found = [f"{each.quantity.what} {each.quantity.reference}" for each in judged if each.quantity.reference and not any(each.real.values())]
        words = (f"No such CPython was found, so that nothing could be measured beside the emulation. {REFERENCE} had: {'; '.join(found)}. The bands "
                 "hold for both.")
        return [textwrap.fill(words, WIDTH)] if found else []

    def ablations(self, ablations):
        words = textwrap.fill("Each part below was left out in turn, by an option that only these scripts give. A row that measures the part must then miss "
                              "its band, else it would measure nothing.", WIDTH)
        return words + "\n\n" + table(["left out", "row", "what was found", "noticed"], ablations)
