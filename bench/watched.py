"""The process that the monitors watch, alone in a pid namespace where that can be had."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

NAME = "bench-target"
BUSY = 8
ISOLATE = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]


def isolate():
    """
    Goes on as the first process of a new pid namespace, where a monitor finds the target and nothing else to look at. Where that is not
    allowed, it goes on as it is.
    """
    if os.getpid() != 1 and os.geteuid() == 0 and allowed():
        os.execvp(ISOLATE[0], [*ISOLATE, sys.executable, *sys.argv])


def allowed():
    try:
        return subprocess.run([*ISOLATE, "true"], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def isolation_note():
    """What the monitors could see, as a sentence."""
    if os.getpid() == 1:
        return "Target and monitors ran in a pid namespace of their own: no monitor saw another process."
    return "Not isolated (that needs root and unshare): htop and top also looked at every other process of the machine, coreloom did not."


class Target:
    """A C program of so many threads, eight of them at 1 % of a core, the rest asleep; for a `with`."""

    def __init__(self, threads):
        with tempfile.TemporaryDirectory(prefix="coreloom-bench-") as folder:
            program = os.path.join(folder, NAME)
            build = ["cc", "-O1", "-pthread", "-o", program, str(Path(__file__).with_name("target.c"))]
            try:
                subprocess.run(build, check=True)
            except (OSError, subprocess.CalledProcessError) as e:
                raise SystemExit(f"The target could not be built: {e}. It needs a C compiler named cc.")
            self.process = subprocess.Popen([NAME, str(threads), str(min(BUSY, threads))], executable=program, stdout=subprocess.PIPE)
            if self.process.stdout.readline() != b"ready\n":
                raise SystemExit(f"The target could not start {threads} threads; see ulimit -u.")
        self.pid = self.process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
