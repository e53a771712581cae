"""Where workers begin: drawn from the seed of the lane and the worker's number, as Coreloom's own workers do (SplitMix64)."""

_BITS = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_USES = 2


def start(seed, number):
    """The value that the kernel of that worker begins with, 0 to 65535."""
    return _mixed(_mixed(_mixed(seed) + number * _USES) + _GOLDEN) & 0xFFFF


def _mixed(bits):
    bits &= _BITS
    half = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & _BITS
    most = (half ^ half >> 27) * 0x94D049BB133111EB & _BITS
    return most ^ most >> 31
