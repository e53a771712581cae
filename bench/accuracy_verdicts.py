"""Runs a program of the table, watches it, and judges the verdict."""
import os
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import cpython
from accuracy_subject import Process, attach, built, folder, watched
from machine import LIMIT_FOREIGN_CORES, runtimes, which

SETTLE_SECONDS = 3
SECONDS = 6
QUOTA_MICROS, PERIOD_MICROS = 50_000, 100_000


class Lacking(Exception):
    """What this machine does not have that a row needs."""


@contextmanager
def quota():
    """A cgroup with a quota, of version 2 or 1."""
    for root, settings in cgroup_roots():
        group = Path(root) / f"coreloom-bench-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            for name, value in settings.items():
                (group / name).write_text(value)
            yield str(group)
            return
        except OSError as e:
            why = e
        finally:
            remove(group)
        raise Lacking(f"a cgroup with a quota: {why}")
    raise Lacking("a cgroup with a quota; that takes root and a cgroup file system that may be written to")


def cgroup_roots():
    yield "/sys/fs/cgroup/cpu", {"cpu.cfs_period_us": str(PERIOD_MICROS), "cpu.cfs_quota_us": str(QUOTA_MICROS)}
    yield "/sys/fs/cgroup", {"cpu.max": f"{QUOTA_MICROS} {PERIOD_MICROS}"}


def remove(group):
    """Once nobody is in it any more."""
    for _ in range(50):
        try:
            group.rmdir()
            return
        except OSError:
            time.sleep(0.05)


def words(chosen, program, here, stack):
    """What the placeholders of its commands stand for."""
    cores = sorted(os.sched_getaffinity(0))
    given = {"here": here, "cores": len(cores), "more": 4 * len(cores), "core": cores[0]}
    for need in program.needs:
        if need == "cc":
            given["c"] = built("accuracy_reasons", here)
        elif need == "python":
            locked = [each.path for each in cpython.interpreters(chosen.python) if not each.free_threaded]
            given["python"] = locked[0] if locked else lacking("a CPython")
        elif need == "java":
            given["java"] = runtimes()[0].home / "bin/java" if runtimes() else lacking("a Java runtime")
        elif need == "cgroup":
            given["quota"] = stack.enter_context(quota())
        elif need == "cores":
            len(cores) > 1 or lacking("more than one core")
        elif not which(need):
            lacking(f"{need} on PATH")
    return given


def lacking(what):
    raise Lacking(what)


def measure(chosen, program):
    """The verdict on it, all findings, and the sentence; or what was lacking."""
    with ExitStack() as stack:
        here = stack.enter_context(folder())
        try:
            given = words(chosen, program, here, stack)
        except Lacking as why:
            return {"lacking": str(why)}
        for name, text in program.files.items():
            Path(here, name).write_text(text)
        for command in program.beside:
            stack.enter_context(Process(filled(command, given)))
        target = stack.enter_context(Process(filled(program.command, given)))
        time.sleep(SETTLE_SECONDS)
        if target.process.poll() is not None:
            raise SystemExit(f"The program {program.name} ended by itself with exit code {target.process.returncode}.")
        lane = watched(attach(chosen.launcher, target.pid, SECONDS))["lanes"][0]
    return {"verdict": lane["findingKind"], "findings": [{key: each[key] for key in ("name", "share", "sureness")} for each in lane["findings"]],
            "sentence": lane["finding"], "cores": lane["effectiveCores"], "waits": lane["waitShares"], "budget": lane["idleBudget"]}


def filled(command, given):
    """The command with its placeholders filled in; other braces stay."""
    for name, value in given.items():
        command = [word.replace("{" + name + "}", str(value)) for word in command]
    return command


def judge(program, measured):
    """Of one round: the verdict and how sure it is, whether it is right, and whether it is sure and wrong."""
    sureness = next((each["sureness"] for each in measured["findings"] if each["name"] == measured["verdict"]), "not told")
    right = measured["verdict"] == program.expected
    return f"{measured['verdict']} ({sureness})", right, not right and sureness == "sure"


def line(program, rounds):
    """Its line of the table."""
    lacking_words = [each["lacking"] for each in rounds if "lacking" in each]
    if lacking_words:
        return [program.name, program.why, program.expected, "", "", f"skipped: this machine lacks {lacking_words[0]}"]
    judged = [judge(program, each) for each in rounds]
    shown = max(judged, key=lambda each: (each[2], not each[1]))
    said = rounds[judged.index(shown)]["sentence"].replace("|", "\\|")
    verdict = "**wrong, and sure**" if shown[2] else "met" if shown[1] else "**wrong**"
    foreign = max(each.get("foreign", 0) for each in rounds)
    disturbed = f" (disturbed: others used {foreign:.2f} cores)" if foreign > LIMIT_FOREIGN_CORES else ""
    return [program.name, program.why, program.expected, shown[0], said, verdict + disturbed]


HEADING = ["program", "its reason", "expected", "verdict of coreloom", "in its words", "verdict"]


def summary(lines):
    """How many were right."""
    ran = [each for each in lines if not each[-1].startswith("skipped")]
    right = sum(each[-1].startswith("met") for each in ran)
    wrong = sum("and sure**" in each[-1] for each in ran)
    return f"{right} of {len(ran)} verdicts right, {wrong} sure and wrong, {len(lines) - len(ran)} skipped."
