"""A question to a device and the wait for its reply: two blocking calls, each of which lets the interpreter lock go."""

import asyncio

from harness.partners import answer

PARTNER = "device"


def unit(work, number):
    ask = work.device.ask
    receive = work.device.replies[number].recv

    def io(value):
        ask(number, value)
        return (value * 31 + answer(receive(1))) & 0xFFFFFF
    return io


def coroutine(work, number):
    ask = work.device.ask
    replies = work.device.replies[number]
    replies.setblocking(False)

    async def io(value):
        ask(number, value)
        reply = await asyncio.get_running_loop().sock_recv(replies, 1)
        return (value * 31 + answer(reply)) & 0xFFFFFF
    return io
