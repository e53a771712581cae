"""Part 2: shares of the wait kinds, found by looking, beside the clock of the program that waits."""
import os

from accuracy_subject import Page, Process, attach, built, folder, in_memory, recorded, watched
from figures import Bound, Row

THREADS = 4
SECONDS = 10
# The waits in the order of the page, and what ours calls them.
KINDS = (("lock", "lock"), ("sleep", "sleep"), ("poll", "io"), ("fsync", "disk"))
POINTS = 3


def measure(chosen):
    """Shares of the threads' time by kind, both sides."""
    with folder() as here:
        page, session = Page(os.path.join(here, "page"), THREADS), os.path.join(here, "session.jsonl")
        with Process([built("accuracy_target", here), "waits", str(THREADS), page.path]) as target:
            found = watched(attach(chosen.launcher, target.pid, SECONDS, "--record", session), page.look)
            page.look()
            window = recorded(session)
            shares = found["lanes"][0]["waitShares"] or {}
            return {"truth": {word: share(page, window, number) for number, (word, _) in enumerate(KINDS)},
                    "ours": {word: shares.get(kind) for word, kind in KINDS},
                    "other": shares.get("other"), "running": found["lanes"][0]["effectiveCores"] / THREADS,
                    "ready": found["lanes"][0]["runDelayShare"], "disk": not in_memory(here)}


def share(page, window, number):
    ends = [page.at(at, lambda truth: truth.waited[number]) for at in (window.began, window.ended)]
    return sum(ends[1][tid] - ends[0][tid] for tid in ends[0]) / (window.ended - window.began) / page.threads


def rows(rounds):
    foreign = max(each["foreign"] for each in rounds)
    made = []
    for word, _ in KINDS:
        truth, ours = ([100 * each[side][word] if each[side][word] is not None else None for each in rounds] for side in ("truth", "ours"))
        apart = [None if mine is None else abs(mine - real) for mine, real in zip(ours, truth)]
        made += [Row(f"{word}, the program's clock", "%", truth), Row(f"{word}, coreloom", "%", ours),
                 Row(f"{word}: apart by", "points", apart, Bound(high=POINTS), foreign, max)]
    return made + [Row(f"{words}, coreloom", "%", [None if each[key] is None else 100 * each[key] for each in rounds])
                   for key, words in (("other", "other waits"), ("running", "on-CPU time"), ("ready", "run delay"))]


def notes(rounds):
    return [f"{THREADS} threads spend their time in a lock that each holds while it sleeps, asleep, in poll and in fsync (of a file "
            f"{'on a disk' if all(each['disk'] for each in rounds) else 'in memory'}), for lengths drawn anew each time, and add up each call: its time without its CPU time and run delay. Shares are "
            "of the threads' wall time, at the default period and cost limit."]
