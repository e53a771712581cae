"""Coreloom as the measurements start it."""
import argparse
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def options(question, rounds):
    """The options that all measurements have; the caller adds its own."""
    parser = argparse.ArgumentParser(description=question.strip().split("\n\n")[0])
    parser.add_argument("--launcher", type=executable, default=str(ROOT / "target/coreloom/bin/coreloom"), help="the program; `make` puts it at %(default)s")
    parser.add_argument("--rounds", type=int, default=rounds, help="how often everything is measured; default %(default)s")
    parser.add_argument("--repeats", type=int, default=3,
                        help="how often a measurement is tried again when other programs ran meanwhile; default %(default)s")
    return parser


def executable(path):
    """That path, if a program is there."""
    if not os.access(path, os.X_OK):
        raise argparse.ArgumentTypeError(f"there is no program at {path}; make builds it")
    return path


def first_sentence(question):
    """The first sentence of a script's docstring: its question."""
    return question.strip().split("\n")[0]


def this_command():
    """How this script was called, as a person in the root of the tree would write it."""
    words = [str(Path(sys.argv[0]).resolve()), *sys.argv[1:]]
    return shown(["python3", *words])


def shown(command):
    """A command as text, with paths as seen from the root of the tree."""
    return " ".join(shlex.quote(word.replace(str(ROOT) + "/", "")) for word in command)


def start(command, **more):
    """Starts a program of ours that says its result on a pipe."""
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, universal_newlines=True, **more)


def document(process):
    """Waits for a run with --json and returns its document."""
    text = process.communicate()[0]
    try:
        return json.loads(text)
    except ValueError:
        raise SystemExit(f"{shown(process.args)} ended with exit code {process.returncode} and no document.")


def headless(command):
    """Runs a command to its end, quietly; returns its document."""
    with open(os.devnull, "w") as nowhere:
        return document(start(command, stderr=nowhere))


def troubles(documents):
    """What went wrong with lanes of those runs, as notes."""
    return ["**Trouble**: " + lane["trouble"] for document in documents for lane in document["lanes"] if lane["trouble"]]
