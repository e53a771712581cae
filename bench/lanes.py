#!/usr/bin/env python3
"""Do the lanes show what they are there to show: who fills the cores, and who waits?

Runs the profiles headless and reads their documents: the CPU-bound kernel with 2 workers, its gil lane with 4, and the blocking kernel
with 4.
"""
from figures import Bound, Row, Table
from machine import say, undisturbed
from program import first_sentence, headless, options, shown, this_command, troubles

CORES, SPEED_UP, LOCK_WAIT, THROUGHPUT = "effectiveCores", "speedUp", "lockWaitShare", "throughput"


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--duration", default="8s", help="how long each lane is measured; default %(default)s")
    chosen = parser.parse_args()
    runs = {name: [chosen.launcher, "run", *words, "--duration", chosen.duration, "--headless", "--json"] for name, words in (
        ("cpu", ["cpu", "--workers", "2"]), ("cpu4", ["cpu", "--workers", "4", "--lanes", "gil"]),
        ("io", ["io", "--workers", "4", "--lanes", "threads,gil"]))}
    found = {name: [] for name in runs}
    for turn in range(chosen.rounds):
        for name, command in runs.items():
            say(f"lanes: round {turn + 1} of {chosen.rounds}, {shown(command)}")
            found[name].append(undisturbed(lambda: headless(command), chosen.repeats))
    table = Table(first_sentence(__doc__), [this_command(), *map(shown, runs.values())], notes(found))
    table.rows = cpu_rows(found["cpu"]) + waiting_rows(found["cpu4"]) + io_rows(found["io"])
    print(table.markdown())


def notes(found):
    document = found["cpu"][0][0]
    documents = [each for runs in found.values() for each, _ in runs]
    return troubles(documents) + [
        f"Coreloom and its workers ran on {document['host']['runtime']}. Judged by the median of the rounds; speed-up is against one "
        "worker of the same lane, measured just before."]


def lane(document, name):
    return next(each for each in document["lanes"] if each["name"] == name)


def row(found, name, key, bound, label=None):
    values = [lane(document, name)[key] for document, _ in found]
    words = {CORES: "effective cores", SPEED_UP: "speed-up", LOCK_WAIT: "lock wait share", THROUGHPUT: "throughput"}
    units = {CORES: "cores", SPEED_UP: "×", LOCK_WAIT: "of its time", THROUGHPUT: "units/s"}
    return Row(f"{label or name}: {words[key]}", units[key], values, bound, worst(found))


def worst(found):
    return max(foreign for _, foreign in found)


def cpu_rows(found):
    full = [row(found, name, key, bound) for name in ("threads", "processes") for key, bound in (
        (CORES, Bound(low=1.7)), (SPEED_UP, Bound(low=1.6)))]
    return full + [row(found, "gil", CORES, Bound(0.90, 1.02)), row(found, "gil", SPEED_UP, Bound(high=1.05)),
                   row(found, "gil-processes", CORES, Bound()), row(found, "gil-processes", SPEED_UP, Bound(low=1.6))]


def waiting_rows(found):
    return [row(found, "gil", LOCK_WAIT, Bound(low=0.65), "gil, 4 workers")]


def io_rows(found):
    pairs = [(lane(document, "gil")[THROUGHPUT], lane(document, "threads")[THROUGHPUT]) for document, _ in found]
    ratios = [gil / threads if gil is not None and threads else None for gil, threads in pairs]
    return [*(row(found, name, THROUGHPUT, Bound(), f"io {name}, 4 workers") for name in ("threads", "gil")),
            Row("io: throughput of gil to threads", "ratio", ratios, Bound(0.9, 1.1), worst(found))]


if __name__ == "__main__":
    main()
