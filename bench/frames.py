#!/usr/bin/env python3
"""What does a frame cost, in CPU time and in bytes to the terminal?

Draws scripted machines on which every core and every thread changes at every tick, which no real one does: the most that a screen can cost.
CPU time is that of the drawing thread from the blank screen to the bytes of the difference, warm, over 300 frames.
"""
import argparse
import os
import platform
import shlex
import subprocess
import sys
from pathlib import Path

from machine import kernel_version

TREE = Path(__file__).resolve().parent.parent
MOST_MILLIS = 3.0
SIZES = ((80, 24), (120, 40), (200, 60))
MACHINES = ((2, 100), (64, 1000), (256, 1000))
VIEWS = ("", "w", "f", "ss")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--views", default=",".join(VIEWS), help="keys to press before, by commas; default all of %(default)s")
    parser.add_argument("--output", help="a file to write the table to as a page; default standard output")
    parser.add_argument("--quick", action="store_true", help="200 x 60 only")
    chosen = parser.parse_args()
    classpath = compiled()
    lines = ["| cores | threads | screen | keys | CPU ms a frame: median | 99 % | bytes a tick: mean | most |", "|---|---|---|---|---|---|---|---|"]
    slow = 0
    for columns, rows in SIZES[-1:] if chosen.quick else SIZES:
        for cores, threads in MACHINES:
            for keys in chosen.views.split(","):
                median, high, mean, most = measure(classpath, cores, threads, columns, rows, keys)
                slow += (columns, rows) == SIZES[-1] and median > MOST_MILLIS
                lines.append(f"| {cores} | {threads} | {columns}×{rows} | {keys or '-'} | {median:.2f} | {high:.2f} | {mean:.0f} | {most:.0f} |")
                print(lines[-1], file=sys.stderr, flush=True)
    write(chosen.output, lines)
    sys.exit(f"{slow} of them take more than {MOST_MILLIS} ms at the median." if slow else 0)


def write(output, lines):
    """The table, as a page of its own where a file is given."""
    said, _, more = __doc__.strip().partition("\n\n")
    page = ["# " + said, "", "    " + shlex.join(["python3", *sys.argv]), "", *more.split("\n"), "",
            f"On {platform.machine()}, {os.cpu_count()} cores, Linux {kernel_version()}. Keys are those pressed before: `w` placement, `f` folded by physical core, `ss` sorted.",
            f"Wanted: a median of at most {MOST_MILLIS:.0f} ms at 200×60.", "", *lines, ""]
    if output:
        Path(output).write_text("\n".join(page), encoding="utf-8")
    else:
        print("\n".join(lines))


def compiled():
    """Builds what is missing, and returns the class path of the program and its tests."""
    libraries = sorted((TREE / "target/coreloom/lib").glob("*.jar"))
    if not libraries:
        subprocess.run(["make", "-s"], cwd=TREE, check=True)
        libraries = sorted((TREE / "target/coreloom/lib").glob("*.jar"))
    subprocess.run(["mvn", "-q", "-B", "test-compile"], cwd=TREE, check=True)
    return os.pathsep.join(["target/test-classes", "target/classes", *map(str, (each for each in libraries if each.name != "coreloom.jar"))])


def measure(classpath, cores, threads, columns, rows, keys):
    java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    command = [java, "-XX:+UseSerialGC", "-cp", classpath, "coreloom.terminal.FrameCost", cores, threads, columns, rows, keys]
    line = subprocess.run(list(map(str, command)), cwd=TREE, check=True, capture_output=True, text=True).stdout
    _, times, sizes = line.split("|")
    return *map(float, times.split()), *map(float, sizes.split())


if __name__ == "__main__":
    main()
