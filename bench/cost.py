#!/usr/bin/env python3
"""What does the monitor itself cost, in CPU time and in bytes to the terminal, beside htop, btop and top?

Each watches, at a period of one second, a process of 100 and of 1000 threads, in turn and in another order each round, on a terminal of
120 x 40. CPU time is that of the whole process tree by the kernel's clocks. btop, which shows no threads, only where it is installed.
"""
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from figures import Bound, Row, Table
from machine import say, tree_seconds, undisturbed
from program import first_sentence, options, shown, this_command
from pseudo_terminal import PseudoTerminal
from watched import Target, isolate, isolation_note

OURS, HTOP, TOP, BTOP = "coreloom", "htop", "top -H", "btop"


@dataclass(frozen=True)
class Cost:
    """What a monitor burnt and wrote in its window."""
    cpu_millis_per_second: float
    bytes_per_second: float


def main():
    parser = options(__doc__, rounds=3)
    parser.add_argument("--threads", default="100,1000", help="sizes of the target; the bound is for 1000; default %(default)s")
    parser.add_argument("--warm-up", type=float, default=60, help="seconds that ours runs before it counts; default %(default)s")
    parser.add_argument("--warm-up-peers", type=float, default=5, help="the same for htop and top; default %(default)s")
    parser.add_argument("--window", type=float, default=20, help="seconds that count; default %(default)s")
    chosen = parser.parse_args()
    isolate()
    with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
        chosen.settings = settings(folder)
        print(measured(chosen).markdown())


def measured(chosen):
    table = Table(first_sentence(__doc__), [this_command(), *(shown(command).replace(chosen.settings, "FOLDER") for command in commands(chosen, "PID").values())], [
        f"Ours ran {chosen.warm_up:g} s before its window of {chosen.window:g} s, the others {chosen.warm_up_peers:g} s. "
        + isolation_note()])
    for threads in map(int, chosen.threads.split(",")):
        found = {monitor: [] for monitor in commands(chosen, "")}
        for turn in range(chosen.rounds):
            one_round(chosen, threads, turn, found)
        table.rows += rows(threads, found)
    return table


def commands(chosen, pid):
    btop = {BTOP: ["env", f"XDG_CONFIG_HOME={chosen.settings}", "btop"]} if shutil.which("btop") else {}
    return {OURS: [chosen.launcher, "attach", str(pid)], HTOP: ["htop", "-d", "10"], TOP: ["top", "-H", "-d", "1"], **btop}


def settings(folder):
    """A folder of settings in which btop draws once a second."""
    place = Path(folder) / "btop"
    place.mkdir()
    (place / "btop.conf").write_text("update_ms = 1000\n")
    return folder


def one_round(chosen, threads, turn, found):
    order = list(found)[turn % len(found):] + list(found)[:turn % len(found)]
    with Target(threads) as target:
        for monitor in order:
            say(f"cost: {threads} threads, round {turn + 1} of {chosen.rounds}, {monitor}")
            warm_up = chosen.warm_up if monitor == OURS else chosen.warm_up_peers
            found[monitor].append(watch(commands(chosen, target.pid)[monitor], warm_up, chosen))


def watch(command, warm_up, chosen):
    """Cost of a monitor once warm, and the foreign load of its window; a disturbed window is followed by another one."""
    with PseudoTerminal(command) as terminal:
        terminal.pump(warm_up)
        return undisturbed(lambda: window(terminal, chosen.window), chosen.repeats)


def window(terminal, seconds):
    cpu, count = tree_seconds(terminal.pid), terminal.byte_count()
    terminal.pump(seconds)
    if terminal.ended:
        raise SystemExit("A monitor ended by itself; it said: " + terminal.screen().text().strip()[-500:])
    return Cost((tree_seconds(terminal.pid) - cpu) * 1000 / seconds, (terminal.byte_count() - count) / seconds)


def rows(threads, found):
    made = []
    for monitor, costs in found.items():
        foreign = max(load for _, load in costs)
        cpu, written = [cost.cpu_millis_per_second for cost, _ in costs], [cost.bytes_per_second for cost, _ in costs]
        made.append(Row(f"{threads} threads, {monitor}: CPU", "ms/s", cpu, foreign_cores=foreign))
        made.append(Row(f"{threads} threads, {monitor}: to the terminal", "bytes/s", written, foreign_cores=foreign))
    ours, htop = ([cost.cpu_millis_per_second for cost, _ in found[monitor]] for monitor in (OURS, HTOP))
    foreign = max(load for monitor in (OURS, HTOP) for _, load in found[monitor])
    made.append(Row(f"{threads} threads: CPU of ours to htop's", "ratio", [median(ours) / median(htop)],
                    Bound(high=0.5) if threads == 1000 else Bound(), foreign))
    sent = {monitor: median(cost.bytes_per_second for cost, _ in costs) for monitor, costs in found.items()}
    leanest = min((monitor for monitor in sent if monitor != OURS), key=sent.get)
    made.append(Row(f"{threads} threads: bytes of ours to those of {leanest}, the fewest of the others", "ratio", [sent[OURS] / sent[leanest]], Bound(high=1)))
    return made


if __name__ == "__main__":
    main()
