"""docs/accuracy.md: what was measured, part by part, and what each part says."""
import datetime
import os
import platform
import textwrap

import accuracy_cost as cost
import accuracy_gil as gil
import accuracy_kernel as kernel
import accuracy_verdicts as verdicts
import accuracy_waits as waits
from accuracy_notes import NOTES
from accuracy_programs import PROGRAMS
from fidelity_page import table
from figures import Table
from machine import description, runtimes, version_of
from program import ROOT, this_command

WIDTH = 140
PARTS = {
    "kernel": "1. On-CPU time, run delay and context switches, beside perf",
    "waits": "2. What threads wait for, beside the clock of the program itself",
    "verdict": "3. Programs whose reason is known",
    "gil": "4. Waits for the interpreter lock of real CPython",
    "cost": "5. What it costs",
}


def markdown(chosen, results):
    sections = {part: section(part, title, results) for part, title in PARTS.items()}
    return "\n\n".join([heading(chosen), summary(sections), *sections.values()]).rstrip() + "\n"


def heading(chosen):
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (f"Made by `make accuracy`, that is `{command()}`, on {now:%Y-%m-%d at %H:%M} UTC. Both sides of every line are of the same run. A piece "
            "during which other programs used more than 0.3 cores was measured again; figures are marked where others used more than 0.1 core all the same.")
    facts = [*description(), f"Coreloom: {version_of(chosen.launcher, '--version')}, commit "
             + version_of("git", "-C", str(ROOT), "describe", "--always", "--dirty"),
             f"Java runtimes: {', '.join(each.version for each in runtimes()) or 'none found'}; the launcher takes the newest",
             f"Beside it: {version_of('perf', '--version')}; {version_of('cc', '--version')}; "
             f"these scripts on CPython {platform.python_version()}"]
    if chosen.results:
        made += " It was measured in pieces (`--rows`, `--results`), all of the same code; each part says how many rounds it has."
    return "\n\n".join(["# Accuracy: what is shown of other programs, beside what is true", textwrap.fill(made, WIDTH),
                        "\n".join(f"- {fact}" for fact in facts)])


def command():
    """How it was called, without the folders of this machine."""
    return " ".join(os.path.basename(word) if word.startswith("/") else word for word in this_command().split())


def summary(sections):
    """How many wanted figures were met, and which were not."""
    lines = [[cell.strip() for cell in line.replace("\\|", "/").strip("|").split("|")]
             for text in sections.values() for line in text.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    judged = [line for line in lines if line[-1] not in ("", "verdict") and not line[-1].startswith(("skipped", "(disturbed"))]
    missed = [line for line in judged if not line[-1].startswith("met")]
    met = f"**{len(judged) - len(missed)} of {len(judged)} wanted figures met.**"
    return "\n".join([met, "", *[f"- {line[0]}: {line[-1]}" for line in missed]]).rstrip()


def section(part, title, results):
    found = {name: rounds for name, rounds in results.items() if name.split("/")[0] == part}
    parts = [f"## {title}"]
    parts.append(rounds_of(found) if found else "Not measured.")
    if not found:
        return "\n\n".join(parts)
    if part == "verdict":
        parts.append(verdict_part(found))
    else:
        notes, rows = PARTS_MADE_OF_ROWS[part](found)
        parts += [textwrap.fill(note, WIDTH) for note in notes] + [Table("", [], [], rows).markdown().split("\n", 3)[3].rstrip()]
    if part in NOTES:
        parts.append(textwrap.fill(NOTES[part], WIDTH))
    return "\n\n".join(parts)


def rounds_of(found):
    """How often the pieces of a part were measured, as a sentence."""
    counts = sorted({len(rounds) for rounds in found.values()})
    return f"Rounds: {' to '.join(str(count) for count in (counts[0], counts[-1])[:len(counts)])}."


def verdict_part(found):
    programs = [program for program in PROGRAMS if f"verdict/{program.name}" in found]
    lines = [verdicts.line(program, found[f"verdict/{program.name}"]) for program in programs]
    words = (f"Each program ran for {verdicts.SETTLE_SECONDS} s alone and was then watched for {verdicts.SECONDS} s by "
             "`attach --headless --json`. Of several rounds the worst is shown.")
    return "\n\n".join([textwrap.fill(words, WIDTH), f"**{verdicts.summary(lines)}**", table(verdicts.HEADING, lines)])


def gil_rows(found):
    return [row for name, rounds in found.items() for row in gil.rows(f"CPython {name.split('/')[1]}", name.split("/")[2], rounds)]


def cost_rows(found):
    made = []
    for name, rounds in found.items():
        word = name.split("/")[1]
        made += cost.slowdown_rows(rounds) if word == "slowdown" else cost.sampling_rows(int(word), rounds)
    return made


PARTS_MADE_OF_ROWS = {
    "kernel": lambda found: (kernel.notes(found["kernel"]), kernel.rows(found["kernel"])),
    "waits": lambda found: (waits.notes(found["waits"]), waits.rows(found["waits"])),
    "gil": lambda found: (gil.notes(), gil_rows(found)),
    "cost": lambda found: (cost.notes(), cost_rows(found)),
}
