"""The process that asks an echoing thread and notes how long each reply took: Coreloom's own, beside a real CPython and beside the emulation."""
import os
import struct
import subprocess
from pathlib import Path

from machine import runtimes

RECORD = struct.Struct("@qq")
MAIN = "coreloom.workload.worker.WorkerMain"


def replies(file, began, ended):
    """Times in ns of all replies to requests that were sent and answered between two instants of the monotonic clock, ns."""
    content = Path(file).read_bytes()
    whole = content[:len(content) // RECORD.size * RECORD.size]
    return [took for sent, took in RECORD.iter_unpack(whole) if began <= sent and sent + took <= ended]


class Peer:
    """Such a process beside a real interpreter. Ends with its input."""

    def __init__(self, launcher, socket, file, period_micros):
        jar = Path(launcher).resolve().parent.parent / "lib/coreloom.jar"
        self.file = file
        page = file + ".page"
        self.process = subprocess.Popen([os.path.join(runtimes()[0].home, "bin/java"), "-XX:+UseSerialGC", "-Xmx32m", "-cp", str(jar), MAIN,
                                         "--page", page, "--threads", "1", "--first", "0", "--discipline", "free", "--kernel", "echo.pyasm",
                                         "--asks", socket, "--request-period-micros", str(period_micros), "--replies", file],
                                        stdin=subprocess.PIPE)
        # All may run: from now on it keeps to its period.
        self.process.stdin.write(b"r")
        self.process.stdin.flush()

    def between(self, began, ended):
        return replies(self.file, began, ended)

    def end(self):
        self.process.kill()
        self.process.wait()
