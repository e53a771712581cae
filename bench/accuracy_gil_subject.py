"""
Threads of a real CPython that know what they waited for. Started by accuracy_gil.py; CPython 3.8 or later.

    accuracy_gil_subject.py compute|mixed|poll THREADS PAGE

compute: each thread computes, and notes whenever another had the lock in between.
mixed:   each thread computes for some ms and sleeps for some.
poll:    each thread asks for a lock that nobody lets go, for 5 ms at a time.

A thread's line of the page is that of accuracy_target.c. Waits: 2 what it asked to sleep for.
"""
import mmap
import random
import signal
import sys
import threading
import time

LINE, TID, SLEPT, CPU, TURNS, TAKEN, GUARD = 16, 0, 2, 8, 10, 11, 12
HOLDER = [None]


def account(page, base, slept, turns):
    page[base + GUARD] += 1
    page[base + SLEPT] = slept
    page[base + CPU] = time.thread_time_ns()
    page[base + TAKEN] = time.monotonic_ns()
    page[base + TURNS] = turns
    page[base + GUARD] += 1


def compute(page, base, number):
    """Between look and mark nobody else can run, and each slice is longer than many looks: every handoff is seen once."""
    turns, marks = 0, HOLDER
    while True:
        for _ in range(5000):
            if marks[0] != number:
                turns += 1
                marks[0] = number
        account(page, base, 0, turns)


def mixed(page, base, number):
    slept, drawn = 0, random.Random(number)
    while True:
        end = time.thread_time() + drawn.uniform(0.002, 0.012)
        while time.thread_time() < end:
            for _ in range(1000):
                pass
        nap = drawn.uniform(0.005, 0.030)
        time.sleep(nap)
        slept += round(nap * 1e9)
        account(page, base, slept, 0)


def poll(page, base, number):
    held = threading.Lock()
    held.acquire()
    while True:
        held.acquire(timeout=0.005)
        account(page, base, 0, 0)


def work(mode, path, number):
    with open(path, "r+b") as file:
        page = memoryview(mmap.mmap(file.fileno(), 0)).cast("q")
    base = LINE * number
    page[base + TID] = threading.get_native_id()
    {"compute": compute, "mixed": mixed, "poll": poll}[mode](page, base, number)


def main():
    mode, threads, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    for number in range(1, threads):
        threading.Thread(target=work, args=(mode, path, number), daemon=True).start()
    print("ready", flush=True)
    work(mode, path, 0)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main()
