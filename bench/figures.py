"""Figures, what they should be, and the tables that show both."""
import statistics
from dataclasses import dataclass, field
from typing import Optional

from machine import LIMIT_FOREIGN_CORES


@dataclass(frozen=True)
class Bound:
    """What a figure should be; either end may be open."""
    low: Optional[float] = None
    high: Optional[float] = None

    def holds(self, value):
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def __str__(self):
        if self.low is None:
            return "any" if self.high is None else f"≤ {number(self.high)}"
        if self.high is None:
            return f"≥ {number(self.low)}"
        return number(self.low) if self.low == self.high else f"{number(self.low)} to {number(self.high)}"


ANY = Bound()


@dataclass(frozen=True)
class Row:
    """
    One quantity, measured in several rounds.

    values: one a round; None where it could not be measured
    judge: which figure of the rounds the bound is for
    foreign_cores: the highest foreign load of its windows
    """
    what: str
    unit: str
    values: list
    bound: Bound = ANY
    foreign_cores: float = 0.0
    judge: callable = statistics.median

    def verdict(self):
        known = [value for value in self.values if value is not None]
        if not known or self.bound != ANY and len(known) < len(self.values):
            words = f"missed: measured in {len(known)} of {len(self.values)} rounds"
        elif self.bound == ANY:
            words = ""
        else:
            figure = self.judge(known)
            words = "met" if self.bound.holds(figure) else f"**missed: {number(figure)}**"
        if self.foreign_cores > LIMIT_FOREIGN_CORES:
            words += f" (disturbed: others used {self.foreign_cores:.2f} cores)"
        return words.strip()

    def line(self):
        known = [value for value in self.values if value is not None]
        spread = [number(pick(known)) if known else "n/a" for pick in (min, statistics.median, max)]
        bound = "" if self.bound == ANY else str(self.bound)
        return "| " + " | ".join([self.what, self.unit, *spread, bound, self.verdict()]) + " |"


@dataclass
class Table:
    """A question, the command that answers it, and the answer."""
    question: str
    commands: list
    notes: list = field(default_factory=list)
    rows: list = field(default_factory=list)

    def markdown(self):
        lines = [f"## {self.question}", "", *[f"    {command}" for command in self.commands], ""]
        lines += [line for note in self.notes for line in (note, "")]
        lines += ["| what | unit | min | median | max | wanted | verdict |", "|---|---|---|---|---|---|---|"]
        return "\n".join(lines + [row.line() for row in self.rows]) + "\n"


def number(value):
    """A figure with as many decimals as mean something."""
    size = abs(value)
    decimals = 0 if size >= 100 or value == int(value) and size >= 10 else 1 if size >= 10 else 2
    return f"{value:,.{decimals}f}"
