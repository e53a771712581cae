"""The kernels, in Python: each module has ``unit(work, number)``, which makes the unit of one worker.

A kernel that waits has ``coroutine(work, number)`` too, for workers that are coroutines; one that needs a process to talk to
names it in ``PARTNER``. They are those of ``profiles/kernels/*.pyasm``, and give the same values.
"""
