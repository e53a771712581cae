"""
Part 3: programs whose reason is known, and what the verdict on each must be.

Adding a row is adding a line to PROGRAMS. In a command, {c} is accuracy_reasons.c as built, {here} a folder on a disk, {python} a CPython with
an interpreter lock, {java} a Java runtime, {cores} the number of usable cores, {more} four times as many, {core} the first of them, {quota} a
cgroup with a quota. What `needs` names must be there, else the row is skipped, and says so.
"""
from dataclasses import dataclass, field

GIL = "interpreter-lock-bound"
LOCK = "lock-bound"
CONVOY = "convoy"
OVERSUBSCRIBED = "oversubscribed"
QUOTA = "quota-throttled"
AFFINITY = "affinity-capped"
TOO_FEW = "too-few-threads"
IO = "io-bound"
DISK = "disk-bound"
SLEEPING = "sleeping"
IMBALANCED = "imbalanced"
STOLEN = "stolen-by-programs"
COLLECTOR = "collector-pauses"
WELL = "all-well"


@dataclass(frozen=True)
class Program:
    """
    One row.

    why: the reason, for people
    command: words of it; with the placeholders that the module names
    expected: the finding that must be the verdict
    needs: programs, and `root` or `cgroup`, without which it is skipped
    files: by name, what lies in {here} when it starts
    beside: commands that run at the same time and are not watched
    """
    name: str
    why: str
    command: tuple
    expected: str
    needs: tuple = ()
    files: dict = field(default_factory=dict)
    beside: tuple = ()


def python(text):
    return {"program.py": text}


SPIN = "def spin():\n    n = 0\n    while True:\n        n += 1\n\n"
START = "import threading, time\n"

PY_THREADS = START + SPIN + "for _ in range(3):\n    threading.Thread(target=spin, daemon=True).start()\nspin()\n"
PY_CONVOY = START + SPIN + """
import socket

def answer(one):
    while True:
        one.send(one.recv(1))

def ask(one):
    while True:
        one.send(b"x")
        one.recv(1)
        time.sleep(0.001)

for _ in range(3):
    here, there = socket.socketpair()
    threading.Thread(target=answer, args=(here,), daemon=True).start()
    threading.Thread(target=ask, args=(there,), daemon=True).start()
spin()
"""
PY_SLEEP = START + """
def nap():
    while True:
        time.sleep(0.05)

for _ in range(3):
    threading.Thread(target=nap, daemon=True).start()
nap()
"""
PY_RECV = START + """
import socket
pairs = [socket.socketpair() for _ in range(4)]
for one, _ in pairs[1:]:
    threading.Thread(target=one.recv, args=(1,), daemon=True).start()
pairs[0][0].recv(1)
"""
PY_LOCK = START + """
import zlib
lock, text = threading.Lock(), bytes(range(256)) * 8192

def press():
    while True:
        with lock:
            zlib.compress(text, 6)

for _ in range(3):
    threading.Thread(target=press, daemon=True).start()
press()
"""
PY_PROCESSES = "import multiprocessing, os\n" + SPIN + """
if __name__ == "__main__":
    for _ in range(len(os.sched_getaffinity(0)) - 1):
        multiprocessing.Process(target=spin, daemon=True).start()
    spin()
"""
PY_EXTENSION = START + """
import hashlib, os
text = b"x" * (1 << 20)

def digest():
    while True:
        hashlib.sha256(text).digest()

for _ in range(len(os.sched_getaffinity(0)) - 1):
    threading.Thread(target=digest, daemon=True).start()
digest()
"""
PY_POOL = START + SPIN + """
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(4)
for done in [pool.submit(time.sleep, 0.1) for _ in range(4)]:
    done.result()
spin()
"""
PY_LOOP = """
import asyncio

async def job():
    while True:
        await asyncio.sleep(0)
        sum(range(1000))

async def main():
    await asyncio.gather(*(job() for _ in range(8)))

asyncio.run(main())
"""


def java(body):
    return {"Main.java": "public class Main {\n    static volatile long sink;\n" + body + "}\n"}


JAVA_MAIN = """
    public static void main(String[] words) throws Exception {
        int count = Integer.parseInt(words[0]);
        for (int i = 1; i < count; i++) {
            Thread thread = new Thread(Main::work);
            thread.setDaemon(true);
            thread.start();
        }
        work();
    }
"""
JAVA_SPIN = JAVA_MAIN + """
    static void work() {
        long n = 0;
        while (true) {
            n += System.nanoTime() & 1;
            if (n < 0) {
                sink = n;
            }
        }
    }
"""
JAVA_LOCK = JAVA_MAIN + """
    static final Object LOCK = new Object();

    static void work() {
        while (true) {
            synchronized (LOCK) {
                for (int i = 0; i < 1_000_000; i++) {
                    sink = i;
                }
            }
            for (int i = 0; i < 100_000; i++) {
                sink = i;
            }
        }
    }
"""
JAVA_SLEEP = JAVA_MAIN + """
    static void work() {
        while (true) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
"""

JAVA_POOL = """
    public static void main(String[] words) throws Exception {
        var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
        while (true) {
            for (int i = 0; i < 100_000_000; i++) {
                sink = i;
            }
            pool.submit(() -> sink);
        }
    }
"""

PY = ("{python}", "{here}/program.py")
JAVA = ("{java}", "-XX:+UseSerialGC", "{here}/Main.java")
SHELL_LOOP = "while :; do :; done"

PROGRAMS = [
    Program("python-threads", "four threads compute under one interpreter lock", PY, GIL, ("python",), python(PY_THREADS)),
    Program("python-convoy", "threads with short I/O wait behind one that computes", PY, CONVOY, ("python",), python(PY_CONVOY)),
    Program("python-sleep", "four threads sleep", PY, SLEEPING, ("python",), python(PY_SLEEP)),
    Program("python-recv", "four threads wait for sockets", PY, IO, ("python",), python(PY_RECV)),
    Program("python-lock", "four threads share a threading.Lock around native work", PY, LOCK, ("python",), python(PY_LOCK)),
    Program("python-processes", "a process for each core", PY, WELL, ("python",), python(PY_PROCESSES)),
    Program("python-native", "a thread for each core in hashlib, which lets the lock go", PY, WELL, ("python",), python(PY_EXTENSION)),
    Program("python-asyncio", "coroutines on one thread", PY, TOO_FEW, ("python",), python(PY_LOOP)),
    Program("java-lock", "four threads spend most of their time in one synchronized block", (*JAVA, "4"), LOCK, ("java",), java(JAVA_LOCK)),
    Program("java-threads", "a thread for each core computes", (*JAVA, "{cores}"), WELL, ("java",), java(JAVA_SPIN)),
    Program("java-one", "one thread computes", (*JAVA, "1"), TOO_FEW, ("java",), java(JAVA_SPIN)),
    Program("java-sleep", "four threads sleep", (*JAVA, "4"), SLEEPING, ("java",), java(JAVA_SLEEP)),
    Program("c-mutex", "four threads share a mutex", ("{c}", "mutex", "4"), LOCK, ("cc",)),
    Program("c-threads", "a thread for each core computes", ("{c}", "spin", "{cores}"), WELL, ("cc",)),
    Program("c-brief", "threads that live for 3 ms compute, one for each core at a time", ("{c}", "brief", "{cores}"), WELL, ("cc",)),
    Program("c-many", "four times as many threads compute as there are cores", ("{c}", "spin", "{more}"), OVERSUBSCRIBED, ("cc",)),
    Program("c-one", "one thread computes", ("{c}", "spin", "1"), TOO_FEW, ("cc",)),
    Program("c-poll", "four threads in poll", ("{c}", "poll", "4"), IO, ("cc",)),
    Program("c-sleep", "four threads sleep most of the time", ("{c}", "sleep", "4"), SLEEPING, ("cc",)),
    Program("c-fsync", "two threads wait for the disk", ("{c}", "fsync", "2", "{here}/file"), DISK, ("cc",)),
    Program("c-barrier", "threads wait at a barrier for the one with ten times the work", ("{c}", "barrier", "{cores}"),
            IMBALANCED, ("cc",)),
    Program("c-pipes", "four threads hand one byte on", ("{c}", "pipes", "4"), IO, ("cc",)),
    Program("taskset", "as many threads as cores, allowed on one", ("taskset", "-c", "{core}", "{c}", "spin", "{cores}"), AFFINITY,
            ("cc", "taskset", "cores")),
    Program("quota", "a cgroup lets it use half a core", ("sh", "-c", "echo $$ > {quota}/cgroup.procs && exec {c} spin {cores}"), QUOTA,
            ("cc", "cgroup")),
    Program("nice", "as many threads as cores, at the lowest priority beside another program", ("nice", "-n", "19", "{c}", "spin", "{cores}"),
            STOLEN, ("cc", "nice"), beside=(("{c}", "spin", "{cores}"),)),
    Program("shell-loop", "a shell computes", ("sh", "-c", SHELL_LOOP), TOO_FEW, ("sh",)),
    Program("shell-sleep", "a shell waits for a program that sleeps", ("sh", "-c", "sleep 60; true"), SLEEPING, ("sh",)),
    Program("dd", "writes that wait for the disk", ("dd", "if=/dev/zero", "of={here}/file", "bs=4k", "oflag=dsync", "count=10000000"), DISK,
            ("dd",)),
    Program("xz", "a compressor with a thread for each core", 
            ("sh", "-c", "xz -T{cores} -6 --block-size=1MiB < /dev/urandom > /dev/null"), WELL, ("xz",)),
    Program("stress-cpu", "stress-ng computes on each core", ("stress-ng", "--cpu", "{cores}", "--quiet"), WELL, ("stress-ng",)),
    Program("stress-disk", "stress-ng writes and synchronises",
            ("stress-ng", "--temp-path", "{here}", "--hdd", "2", "--hdd-opts", "dsync", "--quiet"), DISK, ("stress-ng",)),
    Program("node-timer", "an event loop waits for its timers", ("node", "-e", "setInterval(() => {}, 20)"), IO, ("node",)),
    Program("perl", "one thread computes", ("perl", "-e", "while (1) { $n++ }"), TOO_FEW, ("perl",)),
    Program("timeout", "timeout(1) waits for a program that sleeps", ("timeout", "60", "sleep", "60"), SLEEPING, ("timeout",)),
    Program("c-turns", "threads wait at a barrier for the one with ten times the work, another one each time", ("{c}", "turns", "4"),
            IMBALANCED, ("cc",)),
    Program("c-pool", "one thread computes, and seldom has work for a pool of three", ("{c}", "pool", "4"), TOO_FEW, ("cc",)),
    Program("python-pool", "one thread computes beside a pool without work", PY, TOO_FEW, ("python",), python(PY_POOL)),
    Program("java-pool", "one thread computes, and seldom has work for a pool of four", JAVA, TOO_FEW, ("java",), java(JAVA_POOL)),
]
