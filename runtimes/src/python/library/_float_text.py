"""Floats in decimal, to the last digit: MicroPython's own digits are near, and not always the ones."""
from _native import repr
import math


def _binary(value):
    """`(m, e)` with `value == m * 2 ** e`; the value is finite and positive."""
    part, exponent = math.frexp(value)
    mantissa, exponent = int(part * 9007199254740992.0), exponent - 53
    # The smallest of all have fewer bits.
    return (mantissa, exponent) if exponent >= -1074 else (mantissa >> -1074 - exponent, -1074)


def _ratio(mantissa, exponent):
    return (mantissa << exponent, 1) if exponent >= 0 else (mantissa, 1 << -exponent)


def _divided(upper, lower):
    """The nearest whole number, to the even one in the middle."""
    whole, rest = divmod(upper, lower)
    twice = rest * 2
    return whole + 1 if twice > lower or (twice == lower and whole & 1) else whole


def _significant(upper, lower, count):
    """`(digits, place)`: so many digits, and the value is nearly `0.digits * 10 ** place`."""
    # The place is this or the next: with this one there may be a digit too many.
    place = len(str(upper)) - len(str(lower))
    while True:
        shift = count - place
        text = str(_divided(upper * 10 ** shift, lower) if shift >= 0 else _divided(upper, lower * 10 ** -shift))
        if len(text) == count:
            return text, place
        place += 1


def _is_nearest(text, place, mantissa, exponent):
    """Is this float the one that is read back?"""
    shift = place - len(text)
    told, scale = int(text), 1
    if shift >= 0:
        told *= 10 ** shift
    else:
        scale = 10 ** -shift
    # Both sides times `scale` and, for a negative exponent, times a power of two; quarters of the last bit are whole then.
    exact, unit = mantissa * 4 * scale, scale
    if exponent >= 0:
        exact, unit, told = exact << exponent, unit << exponent, told * 4
    else:
        told = told * 4 << -exponent
    distance = told - exact
    if distance < 0 and mantissa == 1 << 52:
        return -distance <= unit
    distance = distance if distance >= 0 else -distance
    return distance < 2 * unit or (distance == 2 * unit and mantissa & 1 == 0)


def shown(value):
    """`repr` of a float: the shortest digits that are read back as it."""
    if value != value or value in (_INFINITY, -_INFINITY) or value == 0:
        return str(value)
    sign = ""
    if value < 0:
        sign, value = "-", -value
    if value < 1e15 and value == int(value):
        return sign + str(int(value)) + ".0"
    near = repr(value)
    # So few digits belong to one float only.
    if len(near) < 17 and "e" not in near and float(near) == value:
        return sign + near
    mantissa, exponent = _binary(value)
    upper, lower = _ratio(mantissa, exponent)
    for count in (15, 16, 17) if value > 1e-300 else range(1, 18):
        text, place = _significant(upper, lower, count)
        if count == 17 or _is_nearest(text, place, mantissa, exponent):
            break
    text = text.rstrip("0")
    if -4 < place <= 16:
        if place <= 0:
            return sign + "0." + "0" * -place + text
        if place >= len(text):
            return sign + text + "0" * (place - len(text)) + ".0"
        return sign + text[:place] + "." + text[place:]
    return sign + text[0] + ("." + text[1:] if len(text) > 1 else "") + _power(place - 1)


def _power(exponent):
    size = str(exponent if exponent >= 0 else -exponent)
    return "e" + ("-" if exponent < 0 else "+") + ("0" if len(size) < 2 else "") + size


def _pointed(text, precision):
    if not precision:
        return text
    text = "0" * (precision + 1 - len(text)) + text
    return text[:-precision] + "." + text[-precision:]


def fixed(value, precision, kind):
    """The digits of a float that is not negative, by `e`, `f`, `g`."""
    if kind == "f":
        if precision < 7 and value < 1e6:
            many = value * 10 ** precision
            rest = many - int(many)
            if not 0.4999 < rest < 0.5001:
                return _pointed(str(int(many) + (rest > 0.5)), precision)
        upper, lower = _ratio(*_binary(value)) if value else (0, 1)
        return _pointed(str(_divided(upper * 10 ** precision, lower)), precision)
    count = precision + 1 if kind == "e" else precision or 1
    if value:
        text, place = _significant(*_ratio(*_binary(value)), count)
    else:
        text, place = "0" * count, 1
    if kind == "g":
        text = text.rstrip("0") or "0"
        if -4 < place <= count:
            if place <= 0:
                return "0." + "0" * -place + text
            if place >= len(text):
                return text + "0" * (place - len(text))
            return text[:place] + "." + text[place:]
    return text[0] + ("." + text[1:] if len(text) > 1 else "") + _power(place - 1)


_INFINITY = float("inf")
