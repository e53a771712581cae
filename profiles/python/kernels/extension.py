"""A long call of an extension, hashlib: it lets the interpreter lock go for 2048 bytes and more, and keeps it for fewer.

The bytes are zero, and the number to be digested stands before them, so that the call is one.
"""

import hashlib

_NUMBER_BYTES = 8


def unit(work, number):
    data = bytearray(_NUMBER_BYTES + work.extension_bytes)
    sha256 = hashlib.sha256

    def extension(value):
        data[:_NUMBER_BYTES] = value.to_bytes(_NUMBER_BYTES, "big")
        return int.from_bytes(sha256(data).digest()[:_NUMBER_BYTES], "big") & 0xFFFFFF
    return extension
