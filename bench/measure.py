#!/usr/bin/env python3
"""Runs every measurement and writes docs/measurements.md: the machine, the tables, and what was met and what was missed.

Parts that are not measured now stay as the page has them, each with when and of which commit it is.
"""
import argparse
import ast
import datetime
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

from machine import description, runtimes, say, version_of
from program import ROOT, first_sentence, this_command

HERE = Path(__file__).resolve().parent
QUICK = {
    "lanes": ["--rounds", "1", "--duration", "1s", "--repeats", "0"],
    "handoffs": ["--rounds", "1", "--duration", "2", "--repeats", "0"],
    "oncpu": ["--rounds", "1", "--duration", "4", "--repeats", "0"],
    "cost": ["--rounds", "1", "--warm-up", "3", "--warm-up-peers", "2", "--window", "3", "--repeats", "0"],
    "session_size": ["--rounds", "1", "--threads", "10,100", "--warm-up", "3", "--window", "5", "--repeats", "0"],
    "long_session": ["--hours", "1", "--jumps", "3"],
    "first_frame": ["--rounds", "2", "--repeats", "0"],
    "death": ["--rounds", "1", "--presses", "4", "--repeats", "0"],
    "slow_line": ["--rounds", "1", "--watch", "8", "--presses", "3", "--sizes", "80x24"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--launcher", default=str(ROOT / "target/coreloom/bin/coreloom"), help="the program; default %(default)s")
    parser.add_argument("--output", default=str(ROOT / "docs/measurements.md"), help="the file to write; default %(default)s")
    parser.add_argument("--only", default=",".join(QUICK), help="measurements to run; default %(default)s")
    parser.add_argument("--python", default="", help="a CPython to run beside the emulated interpreter lock; unless given, one from PATH")
    parser.add_argument("--with", dest="more", action="append", default=[], metavar="NAME=ARGS",
                        help="more arguments for one measurement, as in --with 'cost=--rounds 1'")
    parser.add_argument("--quick", action="store_true", help="a trial of a few minutes, to see that all works")
    chosen = parser.parse_args()
    names = chosen.only.split(",")
    if not set(names) <= set(QUICK):
        parser.error(f"--only knows {', '.join(QUICK)}")
    done = {name: section(name, chosen) for name in names}
    write(chosen, {name: text for name, (text, _) in done.items()})
    return 0 if all(measured for _, measured in done.values()) else 1


def write(chosen, made):
    """The page: the parts made now, and the others as it has them."""
    kept = {} if chosen.quick else parts(Path(chosen.output))
    texts = [made.get(name) or kept.get(title(name)) for name in QUICK]
    sections = [text for text in texts if text]
    Path(chosen.output).write_text("\n".join([heading(chosen, sections), *sections]))
    say(f"Written to {chosen.output}.")


def parts(page):
    """The parts of a page by their titles; none where there is no page yet."""
    if not page.exists():
        return {}
    pieces = ("\n" + page.read_text()).split("\n## ")[1:]
    return {piece.split("\n", 1)[0]: "## " + piece.rstrip() + "\n\n" for piece in pieces}


def title(name):
    return first_sentence(ast.get_docstring(ast.parse((HERE / f"{name}.py").read_text())))


def stamped(text):
    """The part, with when and of which commit it is below its title."""
    began = datetime.datetime.now(datetime.timezone.utc)
    commit = version_of("git", "-C", str(ROOT), "describe", "--always", "--dirty")
    first, rest = text.split("\n", 1)
    return f"{first}\n\nMeasured on {began:%Y-%m-%d}, ended at {began:%H:%M} UTC, commit {commit}.\n{rest.rstrip()}\n\n"


def section(name, chosen):
    """What a measurement printed, and whether it came to its end."""
    command = [sys.executable, str(HERE / f"{name}.py"), "--launcher", chosen.launcher, *(QUICK[name] if chosen.quick else [])]
    for more in chosen.more:
        command += more[len(name) + 1:].split() if more.startswith(name + "=") else []
    if name == "handoffs" and chosen.python:
        command += ["--python", chosen.python]
    done = subprocess.run(command, stdout=subprocess.PIPE, universal_newlines=True)
    if done.returncode == 0:
        return stamped(done.stdout), True
    return f"## {name}\n\n**Not measured**: `bench/{name}.py` ended with exit code {done.returncode}.\n", False


def heading(chosen, sections):
    trial = ["**A quick trial: short rounds, no repeats. These figures mean little.**", ""] if chosen.quick else []
    made = ["Made by `make measure`, as a whole or part by part (`python3 bench/measure.py --only cost`). A measurement during which other programs used",
            "more than 0.1 core was repeated, and is marked where that did not help."]
    return "\n".join(["# Measurements", "", *trial, *made, "", *[f"- {fact}" for fact in facts(chosen)], "", *summary(sections)])


def facts(chosen):
    java = ", ".join(each.version for each in runtimes())
    return [*description(), f"Coreloom: {version_of(chosen.launcher, '--version')}",
            f"Java runtimes: {java or 'none found'}",
            f"JAVA_HOME: {os.environ.get('JAVA_HOME', 'not set, so the launcher takes the newest')}",
            f"Peers: {version_of('htop', '--version')}; {version_of('top', '-V')}; atop {number(version_of('atop', '-V'))}; these scripts on CPython {platform.python_version()}"]


def number(version):
    """The numbers of a version that comes with more words."""
    found = re.search(r"\d+(\.\d+)+", version)
    return found.group() if found else version


def summary(sections):
    """How many of the wanted figures were met, and those that were not."""
    lines = [line for text in sections for line in text.splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    judged = [row for row in rows if row[-2] and row[-1] != "verdict"]
    missed = [row for row in judged if "missed" in row[-1]]
    unmeasured = sum("**Not measured**" in text for text in sections)
    lines = [f"**{len(judged) - len(missed)} of {len(judged)} wanted figures met.**"
             + (f" {unmeasured} of {len(sections)} measurements could not be made." if unmeasured else ""), ""]
    return lines + [f"- {row[0]}: {row[-1]}, wanted {row[-2]} {row[1]}" for row in missed] + ([""] if missed else [])


if __name__ == "__main__":
    sys.exit(main())
