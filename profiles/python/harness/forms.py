"""The forms in which workers run. Each tells that it is ready, then obeys orders until it is stopped."""

import os
import sys
import threading

from .crew import Crew, fail
from .telemetry import FAILED, obey


def run_threads(work):
    """Threads of this process."""
    crew = Crew(work, range(work.workers))
    crew.start()
    work.telemetry.ready()
    obey(crew.gate, sys.stdin.buffer)


def run_processes(work):
    """A process for each worker, forked from this one, which hands the orders on."""
    import multiprocessing
    from multiprocessing.connection import wait
    context = multiprocessing.get_context("fork")
    ends = []
    children = []
    for number in range(work.workers):
        ours, theirs = context.Pipe()
        ends.append(ours)
        children.append(context.Process(target=_be_worker, args=(work, number, theirs, list(ends)), daemon=True))
        children[-1].start()
        theirs.close()
    for end in ends:
        end.recv_bytes()
    work.telemetry.ready()
    _watch(lambda: wait([child.sentinel for child in children]))
    obey(_Relay(ends), sys.stdin.buffer)


def _be_worker(work, number, orders, parents_ends):
    """The life of a worker process. When its parent dies the pipe ends, if nobody else holds the parent's end."""
    try:
        for end in parents_ends:
            end.close()
        crew = Crew(work, [number])
        crew.start()
        orders.send_bytes(b"ready")
        obey(crew.gate, _messages(orders))
    except BaseException:
        fail()


def _messages(connection):
    while True:
        try:
            yield connection.recv_bytes()
        except (EOFError, ConnectionResetError):
            return


class _Relay:
    """A gate for the parent: hands orders on."""

    def __init__(self, ends):
        self._ends = ends

    def obey(self, order):
        for end in self._ends:
            end.send_bytes(order.encode("ascii", "replace"))


def _watch(wait_for_an_end):
    """Ends this process with a sentence when a worker process ends before it was told to."""
    def watch():
        wait_for_an_end()
        print("a worker process has ended by itself", file=sys.stderr, flush=True)
        os._exit(FAILED)
    threading.Thread(target=watch, daemon=True).start()


def run_pool(work):
    from .pool import run
    run(work)


def run_asyncio(work):
    from .loop import run
    run(work)


ALL = {"threads": run_threads, "processes": run_processes, "pool": run_pool, "asyncio": run_asyncio}
"""By the words of profiles."""
