"""Operators that few programs need."""
import _d_operators
from _d_host import gap
from _d_percent import percent
from _d_show import type_name

places = _d_operators.places
_numbers = (int, float, bool)


def bytes_modulo(left, right):
    """`left % right` of bytes: as text of one character a byte."""
    def one(value):
        if type(value) in (bytes, bytearray):
            return "".join([chr(byte) for byte in value])
        if not isinstance(value, _numbers):
            raise TypeError(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '" + type_name(value) + "'"
            )
        return value

    if type(right) is dict:
        gap("% with bytes and a dict")
    values = tuple([one(value) for value in right]) if type(right) is tuple else one(right)
    return bytes([ord(one) for one in percent("".join([chr(byte) for byte in left]), values)])


def inverse(base, mod):
    before, now, a, b = 1, 0, base % mod, mod
    while b:
        whole = a // b
        a, b = b, a - whole * b
        before, now = now, before - whole * now
    if a != 1 and a != -1:
        raise ValueError("base is not invertible for the given modulus")
    return before * a % mod


def put_slice(owner, start, stop, step, values):
    """`owner[start:stop:step] = values`."""
    if not isinstance(owner, (list, bytearray)):
        gap("assigning to a slice with a step of a " + type_name(owner))
    if step is None or step == 1:
        owner[start:stop] = values
        return
    chosen, values = places(len(owner), start, stop, step), list(values)
    if len(chosen) != len(values):
        raise ValueError(
            "attempt to assign sequence of size " + str(len(values)) + " to extended slice of size " + str(len(chosen))
        )
    for place, value in zip(chosen, values):
        owner[place] = value


def drop_slice(owner, start, stop, step):
    """`del owner[start:stop:step]`."""
    if not isinstance(owner, (list, bytearray)):
        gap("deleting a slice with a step of a " + type_name(owner))
    if isinstance(owner, bytearray):
        gone = set(places(len(owner), start, stop, step))
        owner[:] = bytes([one for place, one in enumerate(owner) if place not in gone])
        return
    for place in sorted(places(len(owner), start, stop, step), reverse=True):
        del owner[place]


def same_lengths(found):
    """What `zip(…, strict=True)` goes through."""
    for place, one in enumerate(found[1:], 2):
        if len(one) != len(found[0]):
            word = "shorter" if len(one) < len(found[0]) else "longer"
            before = " 1" if place == 2 else "s 1-" + str(place - 1)
            raise ValueError("zip() argument " + str(place) + " is " + word + " than argument" + before)
    return found


def to_tens(value, unit):
    """A float to the nearest multiple, to the even one in the middle."""
    upper, lower = value.as_integer_ratio()
    whole, rest = divmod(upper, lower * unit)
    twice = rest * 2
    if twice > lower * unit or (twice == lower * unit and whole & 1):
        whole += 1
    return float(whole * unit) if whole else value * 0.0
