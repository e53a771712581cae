"""What this machine is, who runs on it, and what they burn. Linux only: everything comes from /proc and the clocks of processes."""
import ctypes
import os
import platform
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

TICK_SECONDS = 1 / os.sysconf("SC_CLK_TCK")
LIBC = ctypes.CDLL(None)
LIMIT_FOREIGN_CORES = 0.1


# --- processes ---------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Stat:
    """What /proc/PID/stat says of a process. Times are of its threads, dead ones too; `reaped` of children it has waited for."""
    state: str
    parent: int
    cpu_seconds: float
    reaped_seconds: float
    threads: int
    start_ticks: int

    @property
    def alive(self):
        """False once all of its threads have ended, waited for or not; its first thread may end before the others."""
        return self.state not in "ZX" or self.threads > 1


def stat(pid):
    """None when there is no such process."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return None
    field = text[text.rindex(")") + 2:].split()
    user, system, reaped_user, reaped_system = (int(word) * TICK_SECONDS for word in field[11:15])
    return Stat(field[0], int(field[1]), user + system, reaped_user + reaped_system, int(field[17]), int(field[19]))


def children(pid):
    """Direct children of every thread of a process."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(word) for word in path.read_text().split()]
        except OSError:
            pass
    return found


def tree(pid):
    """A process and all that descend from it."""
    found = [pid]
    for each in found:
        found += children(each)
    return found


def process_seconds(pid):
    """On-CPU time of one process by its own clock, exact to the ns; 0 when it has gone."""
    clock = ctypes.c_int()
    if LIBC.clock_getcpuclockid(pid, ctypes.byref(clock)) != 0:
        return 0.0
    try:
        return time.clock_gettime_ns(clock.value) / 1e9
    except OSError:
        return 0.0


def tree_seconds(pid):
    """On-CPU time of a process and its descendants: the living to the ns, those already waited for in ticks of 10 ms."""
    total = 0.0
    for each in tree(pid):
        found = stat(each)
        total += process_seconds(each) + (found.reaped_seconds if found else 0.0)
    return total


# --- foreign load ------------------------------------------------------------------------------------------------
def busy_seconds():
    """Time that all cores together were not idle, with what the hypervisor took."""
    user, nice, system, _, _, irq, softirq, steal = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + irq + softirq + steal) * TICK_SECONDS


def stolen_seconds():
    """Time that the hypervisor ran somebody else on cores that wanted to run, of all cores together."""
    return int(Path("/proc/stat").read_text().split()[8]) * TICK_SECONDS


class Window:
    """A stretch of time, and the cores that were busy in it with what is no child of ours."""

    def __init__(self):
        self.began, self.busy, self.ours = time.monotonic(), busy_seconds(), tree_seconds(os.getpid())

    def foreign_cores(self):
        foreign = busy_seconds() - self.busy - (tree_seconds(os.getpid()) - self.ours)
        return max(0.0, foreign / (time.monotonic() - self.began))


def undisturbed(measure, repeats):
    """
    Calls `measure` until nobody else ran in the meantime, but only so often again. Returns its result in the quietest window, and the
    foreign load of that window in cores; above the limit, it has to be marked.
    """
    best = None
    for _ in range(1 + repeats):
        window = Window()
        result, foreign = measure(), window.foreign_cores()
        if best is None or foreign < best[1]:
            best = result, foreign
        if foreign <= LIMIT_FOREIGN_CORES:
            break
        say(f"other programs used {foreign:.2f} cores meanwhile")
    return best


def say(text):
    """Tells the person who waits."""
    print(text, file=sys.stderr, flush=True)


# --- what there is -----------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Runtime:
    """A Java runtime."""
    home: Path
    version: str

    @property
    def major(self):
        return int(re.match(r"\d+", self.version)[0])

    @property
    def rank(self):
        return [int(number) for number in re.findall(r"\d+", self.version)]


def runtime(home):
    """The runtime in that folder; None where there is none."""
    try:
        version = re.search(r'^JAVA_VERSION="([^"]+)"', (home / "release").read_text(), re.M)
    except OSError:
        return None
    return Runtime(home, version[1]) if version and os.access(home / "bin/java", os.X_OK) else None


def runtimes(oldest=17):
    """Every runtime that Coreloom can run on, newest first."""
    folders = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    folders += [java.resolve().parent.parent for java in map(Path, which("java"))]
    folders += sorted(Path("/usr/lib/jvm").glob("*"))
    found = {folder.resolve(): runtime(folder.resolve()) for folder in folders}
    usable = [each for each in found.values() if each and each.major >= oldest]
    return sorted(usable, key=lambda each: each.rank, reverse=True)


def which(*names):
    """Paths of those programs that PATH finds."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    paths = (os.path.join(folder, name) for name in names for folder in folders)
    return [path for path in paths if os.access(path, os.X_OK) and os.path.isfile(path)]


def version_of(*command):
    """First line of what a program says of its version, or that there is none."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return "not found"
    return done.stdout.strip().splitlines()[0] if done.returncode == 0 and done.stdout.strip() else "not found"


def kernel_version():
    """Of the running kernel, without what its builder has appended."""
    return platform.release().split("-")[0]


def description():
    """Lines that name the machine."""
    model = re.search(r"^model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text(), re.M)
    usable = len(os.sched_getaffinity(0))
    return [f"Processor: {model[1] if model else platform.machine()}, {os.cpu_count()} cores, {usable} of them usable",
            f"Kernel: {platform.system()} {kernel_version()}"]
