"""Computes for a while, then asks a device: what most programs do."""

import asyncio

from harness.partners import answer
from harness.spinning import spin

PARTNER = "device"


def unit(work, number):
    steps = work.unit_steps
    ask = work.device.ask
    receive = work.device.replies[number].recv

    def mixed(value):
        x = spin(value, steps)
        ask(number, x)
        return (x + answer(receive(1))) & 65535
    return mixed


def coroutine(work, number):
    steps = work.unit_steps
    ask = work.device.ask
    replies = work.device.replies[number]
    replies.setblocking(False)

    async def mixed(value):
        x = spin(value, steps)
        ask(number, x)
        reply = await asyncio.get_running_loop().sock_recv(replies, 1)
        return (x + answer(reply)) & 65535
    return mixed
