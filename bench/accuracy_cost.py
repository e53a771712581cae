"""Part 5: what watching costs the monitor, and the program that is watched."""
import os
import time

from accuracy_subject import Page, Process, built, folder
from figures import Bound, Row
from machine import process_seconds
from watched import Target

WARM_UP = 25
WINDOW = 20
SIZES = (100, 1000, 4000)
LIMIT_PERCENT = 1
SLOWER_PERCENT = 1
TURN_SECONDS = 8
PAIRS = 3
SPINNERS = 2


def attached(chosen, pid, *more):
    """Ours beside a process, for as long as the `with` lasts."""
    return Process([chosen.launcher, "attach", str(pid), "--headless", *more])


def burnt(process):
    """Seconds of CPU time that a process has used; an error if it has ended."""
    seconds = process_seconds(process.pid)
    if process.process.poll() is not None:
        raise SystemExit(f"Ours ended by itself with exit code {process.process.returncode}.")
    return seconds


def window(process, seconds):
    time.sleep(WARM_UP)
    before, began = burnt(process), time.monotonic()
    time.sleep(seconds)
    return (burnt(process) - before) / (time.monotonic() - began)


def measure_sampling(chosen, threads):
    """Percent of a core that ours uses with looks at waits and without."""
    with Target(threads) as target:
        found = {}
        for name, more in (("with", ()), ("without", ("--sampling-cost", "0"))):
            with attached(chosen, target.pid, *more) as ours:
                found[name] = 100 * window(ours, WINDOW)
        return found


def sampling_rows(threads, rounds):
    foreign = max(each["foreign"] for each in rounds)
    looks = [each["with"] - each["without"] for each in rounds]
    return [Row(f"{threads} threads: all of coreloom", "% of a core", [each["with"] for each in rounds]),
            Row(f"{threads} threads: without looks at waits", "% of a core", [each["without"] for each in rounds]),
            Row(f"{threads} threads: looks at waits", "% of a core", looks, Bound(high=LIMIT_PERCENT), foreign)]


def measure_slowdown(chosen):
    """Units per second of a program that fills all cores, in turns: watched, and not."""
    with folder() as here:
        page = Page(os.path.join(here, "page"), SPINNERS)
        with Process([built("accuracy_target", here), "spin", str(SPINNERS), page.path]) as target:
            time.sleep(1)
            free, beside = [rate(page)], []
            for _ in range(PAIRS):
                with attached(chosen, target.pid):
                    time.sleep(WARM_UP / 2)
                    beside.append(rate(page))
                time.sleep(1)
                free.append(rate(page))
        return {"free": free, "beside": beside}


def rate(page):
    before, began = units(page), time.monotonic()
    time.sleep(TURN_SECONDS)
    return (units(page) - before) / (time.monotonic() - began)


def units(page):
    return sum(page.line(number).units for number in range(page.threads))


def slowdown_rows(rounds):
    """Each watched turn beside the mean of the free ones before and after it."""
    foreign = max(each["foreign"] for each in rounds)
    slower = [100 * (1 - 2 * watched / (before + after)) for each in rounds
              for before, watched, after in zip(each["free"], each["beside"], each["free"][1:])]
    return [Row("a program that fills all cores: not watched", "units/s", [rate for each in rounds for rate in each["free"]]),
            Row("a program that fills all cores: watched", "units/s", [rate for each in rounds for rate in each["beside"]]),
            Row("a program that fills all cores: slower by", "%", slower, Bound(high=SLOWER_PERCENT), foreign)]


def notes():
    return ["Headless, at the default period and cost limit, beside a program of so many threads of which eight burn 1 % of a core each "
            f"(bench/target.c); after {WARM_UP} s of warm-up, over {WINDOW} s. The cost of looks is the difference of the two.",
            f"The slow-down is of a program with {SPINNERS} threads that compute without end, in turns of {TURN_SECONDS} s; each watched turn "
            "beside the mean of the two around it."]
