#!/usr/bin/env python3
"""How true is what is shown of a program that is not ours? Both sides in one run.

The other side is perf, the clock of the program that is watched, or a known reason. Writes docs/accuracy.md. A long run can be made in pieces:
--rows chooses them, --results keeps what was measured and takes up what was kept before.
"""
import fnmatch
import json
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import accuracy_cost as cost
import accuracy_gil as gil
import accuracy_kernel as kernel
import accuracy_page as page
import accuracy_verdicts as verdicts
import accuracy_waits as waits
import cpython
from accuracy_programs import PROGRAMS
from accuracy_subject import adopt_orphans
from machine import Window, say
from program import ROOT, options

VOID_CORES = 0.3


@dataclass(frozen=True)
class Piece:
    """One thing to measure, `name` as in part/detail; `measure` gives what JSON can hold."""
    name: str
    measure: Callable


def pieces(chosen, pythons):
    """All of them, in the order of the page."""
    yield Piece("kernel", lambda: kernel.measure(chosen))
    yield Piece("waits", lambda: waits.measure(chosen))
    for program in PROGRAMS:
        yield Piece(f"verdict/{program.name}", lambda program=program: verdicts.measure(chosen, program))
    for python in pythons:
        for mode in gil.MODES:
            yield Piece(f"gil/{python.version}/{mode}", lambda python=python, mode=mode: gil.measure(chosen, python, mode))
    for threads in cost.SIZES:
        yield Piece(f"cost/{threads}", lambda threads=threads: cost.measure_sampling(chosen, threads))
    yield Piece("cost/slowdown", lambda: cost.measure_slowdown(chosen))


def undisturbed(piece, repeats):
    """What it gives, measured again while other programs run beside it; of disturbed ones the quietest."""
    best = None
    for _ in range(1 + repeats):
        window = Window()
        found = piece.measure()
        found["foreign"] = round(window.foreign_cores(), 3)
        best = found if best is None or found["foreign"] < best["foreign"] else best
        if best["foreign"] <= VOID_CORES:
            break
        say(f"    disturbed: other programs used {found['foreign']:.2f} cores meanwhile")
    return best


def take_up(path):
    """What an earlier run kept: by piece, what each round gave."""
    return json.loads(Path(path).read_text()) if path and os.path.exists(path) else {}


def keep(path, results):
    if path:
        Path(path).write_text(json.dumps(results, indent=1))


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--python", action="append", default=[],
                        help="a CPython to measure; may be given again; unless given, those on PATH")
    parser.add_argument("--rows", default="*",
                        help="pieces to measure, such as 'kernel,verdict/c-*,gil/*'; empty for none; default %(default)s")
    parser.add_argument("--list", action="store_true", help="name the pieces and end")
    parser.add_argument("--results", default="",
                        help="a file that keeps what was measured; a piece measured anew replaces what it has of it")
    parser.add_argument("--output", default=str(ROOT / "docs/accuracy.md"), help="the file to write; default %(default)s")
    chosen = parser.parse_args()
    pythons = [each for each in cpython.interpreters(chosen.python) if not each.free_threaded]
    every = list(pieces(chosen, pythons))
    patterns = [word for word in chosen.rows.split(",") if word]
    unknown = [word for word in patterns if not fnmatch.filter([piece.name for piece in every], word)]
    if unknown:
        parser.error(f"--rows: no piece is called {unknown[0]}; --list names them")
    if chosen.list:
        print("\n".join(piece.name for piece in every))
        return 0
    adopt_orphans()
    # Whoever ends it ends the programs that it has started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    results = take_up(chosen.results)
    measure(chosen, [piece for piece in every if any(fnmatch.fnmatch(piece.name, word) for word in patterns)], results)
    Path(chosen.output).write_text(page.markdown(chosen, results))
    say(f"Written to {chosen.output}.")
    return 0


def measure(chosen, wanted, results):
    """Each piece so many rounds; what it gave replaces what was kept of it."""
    fresh = {}
    for turn in range(chosen.rounds):
        for number, piece in enumerate(wanted):
            say(f"round {turn + 1} of {chosen.rounds}, {number + 1} of {len(wanted)}: {piece.name}")
            fresh.setdefault(piece.name, []).append(undisturbed(piece, chosen.repeats))
            results[piece.name] = fresh[piece.name]
            say("    " + json.dumps(fresh[piece.name][-1], ensure_ascii=False)[:300])
            keep(chosen.results, results)


if __name__ == "__main__":
    sys.exit(main())
