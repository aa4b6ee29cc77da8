"""Methods of numbers that MicroPython lacks or has otherwise than CPython."""
from _native import isinstance


def bit_length(value):
    return 0 if value == 0 else len(bin(abs(value))) - 2


def bit_count(value):
    return bin(abs(value)).count("1")


def to_bytes(value, length=1, byteorder="big", signed=False):
    if value < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    limit = 1 << (8 * length - (1 if signed else 0))
    if value >= limit or (signed and value < -limit):
        raise OverflowError("int too big to convert")
    return (value & ((1 << (8 * length)) - 1)).to_bytes(length, byteorder)


def from_bytes(data, byteorder="big", signed=False):
    data = bytes(data)
    value = int.from_bytes(data, byteorder)
    return value - (1 << (8 * len(data))) if signed and value >> (8 * len(data) - 1) & 1 else value


def is_integer(value):
    return value == value and value not in (float("inf"), float("-inf")) and value == int(value)


def as_integer_ratio(value):
    if isinstance(value, int):
        return value, 1
    below = 1
    while value != int(value):
        value, below = value * 2, below * 2
    return int(value), below
