"""Sleeps for latency_micros, which lets the interpreter lock go."""

import asyncio
import time


def unit(work, number):
    seconds = work.latency_micros / 1e6

    def sleep(value):
        time.sleep(seconds)
        return (value + 1) & 65535
    return sleep


def coroutine(work, number):
    seconds = work.latency_micros / 1e6

    async def sleep(value):
        await asyncio.sleep(seconds)
        return (value + 1) & 65535
    return sleep
