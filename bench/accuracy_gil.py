"""Part 4: waits for the interpreter lock of real CPythons, beside what their threads know themselves."""
import os

from accuracy_subject import HERE, Page, Process, attach, folder, recorded, watched
from figures import ANY, Bound, Row

SECONDS = 10
THREADS = 4
MODES = ("compute", "mixed", "poll")
POINTS = 3
# Who only polls gets the lock at once. So much is none: one sample in two hundred.
NONE = 0.5
TURNS_PERCENT = 5


def measure(chosen, python, mode):
    """Share of the threads' time that they waited for the interpreter lock, and its handoffs."""
    with folder() as here:
        page, session = Page(os.path.join(here, "page"), THREADS), os.path.join(here, "session.jsonl")
        with Process([python.path, str(HERE / "accuracy_gil_subject.py"), mode, str(THREADS), page.path]) as target:
            found = watched(attach(chosen.launcher, target.pid, SECONDS, "--record", session), page.look)["lanes"][0]
            page.look()
        window = recorded(session)
        return {"truth": truth(page, window), "ours": (found["waitShares"] or {}).get("gil"),
                "sight": (found["interpreter"] or {}).get("lockSight"),
                "turns": between(page, window, lambda line: line.units) / window.seconds if mode == "compute" else None,
                "handoffs": found["handoffsPerSecond"], "waits": found["waitShares"]}


def between(page, window, pick):
    """What grew in the window, summed over the threads."""
    ends = [page.at(at, pick, lambda truth: truth.taken) for at in (window.began, window.ended)]
    return sum(ends[1][tid] - ends[0][tid] for tid in ends[0])


def truth(page, window):
    """All that a thread neither ran, nor was ready for a core, nor had asked to sleep; None where it waits for something else too."""
    if not all(line.cpu for line in page.readings[-1]):
        return None
    delay = sum(window.differences[line.tid]["run_delay_ns"] for line in page.readings[-1])
    known = between(page, window, lambda line: line.cpu) + between(page, window, lambda line: line.waited[1]) + delay
    return 1 - known / (window.ended - window.began) / page.threads


def rows(python, mode, rounds):
    foreign = max(each["foreign"] for each in rounds)
    ours = [each["ours"] and 100 * each["ours"] if each["ours"] is not None else None for each in rounds]
    name = f"{python}, {mode}"
    if mode == "poll":
        return [Row(f"{name}: waits for the lock, coreloom", "%", ours, Bound(high=NONE), foreign, max)]
    real = [each["truth"] and 100 * each["truth"] for each in rounds]
    apart = [None if None in (mine, theirs) else abs(mine - theirs) for mine, theirs in zip(ours, real)]
    made = [Row(f"{name}: waits for the lock, its threads", "%", real), Row(f"{name}: waits for the lock, coreloom", "%", ours),
            Row(f"{name}: apart by", "points", apart, Bound(high=POINTS), foreign, max)]
    return made + (turns(name, rounds, foreign) if mode == "compute" else [])


def turns(name, rounds, foreign):
    seen, told = [each["turns"] for each in rounds], [each["handoffs"] for each in rounds]
    apart = [None if mine is None or not theirs else 100 * abs(mine - theirs) / theirs for mine, theirs in zip(told, seen)]
    exact = all(each["sight"] == "exact" for each in rounds)
    return [Row(f"{name}: handoffs, its threads", "per s", seen), Row(f"{name}: handoffs, coreloom", "per s", told),
            Row(f"{name}: handoffs differ by", "%", apart, Bound(high=TURNS_PERCENT) if exact else ANY, foreign, max)]


def notes():
    return [f"{THREADS} threads of a real, untouched CPython. What they waited for the lock is their wall time without their CPU time (their own "
            "clock), run delay (schedstat) and what they had asked to sleep for. `compute` computes without end, `mixed` computes and sleeps, in "
            "`poll` one thread asks every 5 ms for another lock that nobody lets go, and the others sleep: at most "
            f"{NONE} % may be taken for waits for the interpreter lock."]
