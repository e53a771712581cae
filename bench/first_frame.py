#!/usr/bin/env python3
"""How long does a person wait for the first full frame, on each Java runtime, beside htop?

From exec to 200 filled cells on a terminal of 120 x 40, in turn and in another order each round. A picture can be full of headings, so the
time to the target's name on the screen is told too.
"""
from dataclasses import dataclass
from statistics import median

from figures import Bound, Row, Table
from machine import runtimes, say, undisturbed
from program import first_sentence, options, shown, this_command
from pseudo_terminal import COLUMNS, ROWS, PseudoTerminal
from screen import Screen
from watched import NAME, Target, isolate, isolation_note

FULL_CELLS = 200
HTOP = "htop"
NEWEST, OLDEST = Bound(high=2), Bound(high=3)


@dataclass(frozen=True)
class Frame:
    """When something was first on the screen, ms after exec; None where it never was."""
    full_millis: float
    name_millis: float


def main():
    parser = options(__doc__, rounds=10)
    parser.add_argument("--threads", type=int, default=100, help="size of the target; default %(default)s")
    parser.add_argument("--patience", type=float, default=2, help="seconds that each may take; default %(default)s")
    chosen = parser.parse_args()
    isolate()
    found_runtimes = runtimes()
    if not found_runtimes:
        raise SystemExit("No Java runtime of version 17 or later was found; set JAVA_HOME to one.")
    starts = {HTOP: (lambda pid: ["htop", "-d", "10"], {})}
    for runtime in found_runtimes:
        starts[f"Java {runtime.version}"] = (lambda pid: [chosen.launcher, "attach", str(pid)], {"JAVA_HOME": str(runtime.home)})
    rounds = measure(chosen, starts)
    attach = shown([chosen.launcher, "attach", "PID"])
    table = Table(first_sentence(__doc__), [this_command(), "htop -d 10", *(f"JAVA_HOME={each.home} {attach}" for each in found_runtimes)])
    table.notes = [f"The target has {chosen.threads} threads. One start of each was made before, so that files were in memory. "
                   + isolation_note()]
    table.rows = [row for name in starts for row in frame_rows(name, rounds)]
    table.rows += [row for runtime in found_runtimes for row in ratio_rows(runtime, bound(runtime, found_runtimes), rounds)]
    print(table.markdown())


def measure(chosen, starts):
    """One dictionary from monitor to frame a round, each with its foreign load."""
    with Target(chosen.threads) as target:
        one_round(chosen, starts, target.pid, 0)
        found = []
        for turn in range(chosen.rounds):
            say(f"first frame: round {turn + 1} of {chosen.rounds}")
            found.append(undisturbed(lambda: one_round(chosen, starts, target.pid, turn), chosen.repeats))
        return found


def one_round(chosen, starts, pid, turn):
    names = list(starts)[turn % len(starts):] + list(starts)[:turn % len(starts)]
    return {name: first_frame(starts[name][0](pid), starts[name][1], chosen.patience) for name in names}


def first_frame(command, environment, patience):
    """Lets it draw for a while, and sees afterwards what was on the screen when: reading must not wait for that."""
    with PseudoTerminal(command, environment) as terminal:
        terminal.pump(patience)
        screen, full, name = Screen(COLUMNS, ROWS), None, None
        for at, piece in terminal.pieces:
            screen.feed(piece)
            millis = (at - terminal.exec_seconds) * 1000
            full = millis if full is None and screen.filled() >= FULL_CELLS else full
            name = millis if name is None and NAME in screen.text() else name
    return Frame(full, name)


def bound(runtime, found):
    """Wanted is twice htop's time on the newest runtime and three times on 17; nothing is said of those between."""
    return OLDEST if runtime.major == 17 else NEWEST if runtime == found[0] else Bound()


def frame_rows(name, rounds):
    frames, foreign = [frames[name] for frames, _ in rounds], max(load for _, load in rounds)
    return [Row(f"{name}: {FULL_CELLS} cells", "ms", [frame.full_millis for frame in frames], foreign_cores=foreign),
            Row(f"{name}: the target's name", "ms", [frame.name_millis for frame in frames], foreign_cores=foreign)]


def ratio_rows(runtime, wanted, rounds):
    ours = [frames[f"Java {runtime.version}"].full_millis for frames, _ in rounds]
    htop, foreign = [frames[HTOP].full_millis for frames, _ in rounds], max(load for _, load in rounds)
    ratios = [None, None] if None in ours + htop else [pick(ours) / pick(htop) for pick in (median, min)]
    return [Row(f"Java {runtime.version} to htop: {words} of the rounds", "ratio", [ratio], wanted, foreign)
            for words, ratio in zip(("medians", "minima"), ratios)]


if __name__ == "__main__":
    main()
