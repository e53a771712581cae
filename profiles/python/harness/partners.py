"""Processes that answer or ask the workers. They are processes so that they never need the workers' interpreter lock."""

import os
import socket
import struct
import time

REQUEST = struct.Struct("=qii")
"""When it was sent, monotonic ns; number of the worker; question."""


def fork(serve):
    """Runs that in a process of its own, which ends when it returns or when the other end of what it reads is closed."""
    if os.fork() == 0:
        try:
            serve()
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            os._exit(0)


class Device:
    """Answers each request a fixed time after it was sent.

    Requests overlap: as every one takes equally long, the pipe that they come in by is the queue of deadlines.
    """

    def __init__(self, connections, latency_micros):
        self._latency_nanos = latency_micros * 1000
        self._arriving, self.requests = os.pipe()
        pairs = [socket.socketpair() for _ in range(connections)]
        self.replies = [ours for ours, _ in pairs]
        self._answers = [theirs for _, theirs in pairs]
        fork(self._serve)
        os.close(self._arriving)
        for theirs in self._answers:
            theirs.close()

    def _serve(self):
        os.close(self.requests)
        for ours in self.replies:
            ours.close()
        request = os.read(self._arriving, REQUEST.size)
        while request:
            sent, number, question = REQUEST.unpack(request)
            left = sent + self._latency_nanos - time.monotonic_ns()
            if left > 0:
                time.sleep(left / 1e9)
            self._answers[number].sendall(bytes([(question * 31 + 7) & 255]))
            request = os.read(self._arriving, REQUEST.size)

    def ask(self, number, question):
        """Sends a request; a blocking call."""
        os.write(self.requests, REQUEST.pack(time.monotonic_ns(), number, question))


def answer(reply):
    """The number in a reply: a signed byte."""
    return reply[0] - 256 if reply[0] > 127 else reply[0]


class Pinger:
    """Sends one byte, waits for it to come back, and sends the next when its period is over; at once where that is 0."""

    def __init__(self, period_micros):
        self._period_seconds = period_micros / 1e6
        self.socket, self._theirs = socket.socketpair()
        fork(self._ping)
        self._theirs.close()

    def _ping(self):
        self.socket.close()
        sent = time.monotonic()
        self._theirs.sendall(b"p")
        while self._theirs.recv(1):
            left = sent + self._period_seconds - time.monotonic()
            if left > 0:
                time.sleep(left)
            sent = time.monotonic()
            self._theirs.sendall(b"p")
