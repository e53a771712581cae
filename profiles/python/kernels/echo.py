"""The convoy: worker 0 sends each byte back that another process sends it, the others compute.

Each reply needs the interpreter lock twice, and beside a computing thread it pays up to a switch interval for it.
"""

import asyncio

from harness.spinning import spin

PARTNER = "pinger"


def unit(work, number):
    steps = work.unit_steps
    pings = work.pinger.socket

    def echo(value):
        pings.sendall(pings.recv(1))
        return (value + 1) & 65535

    def compute(value):
        return spin(value, steps)
    return echo if number == 0 else compute


def coroutine(work, number):
    steps = work.unit_steps
    pings = work.pinger.socket
    pings.setblocking(False)

    async def echo(value):
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(pings, await loop.sock_recv(pings, 1))
        return (value + 1) & 65535

    async def compute(value):
        x = spin(value, steps)
        await asyncio.sleep(0)
        return x
    return echo if number == 0 else compute
