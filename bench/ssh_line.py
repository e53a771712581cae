"""A real sshd on this machine, for oneself alone, and a line to it that passes on so many bytes a second."""
import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROXY_SECONDS = 0.02


class Server:
    """Runs sshd with keys of its own in a `with`, on a port of the loopback interface that nobody else uses."""

    def __init__(self, sshd):
        self.folder = Path(tempfile.mkdtemp(prefix="coreloom-sshd-"))
        self.port = free_port()
        for key in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.folder / key)], check=True)
        (self.folder / "config").write_text("\n".join([
            f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {self.folder}/host", f"AuthorizedKeysFile {self.folder}/user.pub",
            "StrictModes no", "UsePAM no", "PasswordAuthentication no", "PermitRootLogin yes", "PidFile none", "PrintMotd no", "PrintLastLog no", ""]))
        os.makedirs("/run/sshd", exist_ok=True)
        self.log = open(self.folder / "log", "w+")
        self.process = subprocess.Popen([sshd, "-D", "-e", "-f", str(self.folder / "config")], stdin=subprocess.DEVNULL, stderr=self.log)
        self.await_port()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def await_port(self):
        end = time.monotonic() + 5
        while time.monotonic() < end and self.process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        self.log.seek(0)
        raise OSError("sshd does not come up: " + self.log.read().strip()[-300:])

    def command(self, words, rate):
        """A command that runs those words over there, on a terminal, behind a line of that rate."""
        proxy = shlex.join([sys.executable, str(Path(__file__).resolve()), str(self.port), str(rate)])
        return ["ssh", "-tt", "-F", "/dev/null", "-i", str(self.folder / "user"), "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no",
                "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", f"ProxyCommand={proxy}", f"{getpass.getuser()}@127.0.0.1",
                shlex.join(["env", "LANG=C.UTF-8", *words])]


def find():
    """Where sshd is; None where it is not installed, or may not be started as it must be."""
    return shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin") if os.getuid() == 0 else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def pass_on(port, rate):
    """Between standard input and output and that port: downwards so many bytes a second, taken from the connection no sooner than they go."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(("127.0.0.1", port))
    if os.fork() == 0:
        upwards(line)
    at_once = max(1, int(rate * PROXY_SECONDS))
    while True:
        piece = line.recv(at_once)
        if not piece:
            return
        os.write(1, piece)
        time.sleep(len(piece) / rate)


def upwards(line):
    try:
        while True:
            piece = os.read(0, 4096)
            if not piece:
                break
            line.sendall(piece)
    except OSError:
        pass
    line.close()
    os._exit(0)


if __name__ == "__main__":
    pass_on(int(sys.argv[1]), int(sys.argv[2]))
