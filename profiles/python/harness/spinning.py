"""The loop of the kernels that compute for a while and do something else; no kernel itself."""


def spin(x, n):
    n = n + 0  # of this call alone, as in kernels/cpu.py
    i = 0
    while i < n:
        x = (x + i * 3) & 65535
        i += 1
    return x
