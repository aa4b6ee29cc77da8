"""The small language of format specs, and what all kinds of values share of it."""
from _host_calls import gap
from _show import type_name


def _integer(spec, place):
    start = place
    while place < len(spec) and "0" <= spec[place] <= "9":
        place += 1
    return (int(spec[start:place]) if place > start else None), place


def parse(spec):
    """A format spec in parts: fill, align, sign, alternate, zero, width, grouping, precision, kind."""
    fill, align, place = " ", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, place = spec[0], spec[1], 2
    elif spec and spec[0] in "<>=^":
        align, place = spec[0], 1
    sign = ""
    if place < len(spec) and spec[place] in "+- ":
        sign = spec[place]
        place += 1
    if place < len(spec) and spec[place] == "z":
        if spec[-1] in "bcdnoxXs":
            raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
        gap("the option z of a format")
    alternate = place < len(spec) and spec[place] == "#"
    if alternate:
        place += 1
    zero = place < len(spec) and spec[place] == "0"
    if zero:
        place += 1
        if not align:
            fill, align = "0", "="
    width, place = _integer(spec, place)
    grouping = ""
    if place < len(spec) and spec[place] in ",_":
        grouping = spec[place]
        place += 1
    precision = None
    if place < len(spec) and spec[place] == ".":
        precision, place = _integer(spec, place + 1)
        if precision is None:
            raise ValueError("Format specifier missing precision")
    kind = spec[place:]
    if len(kind) > 1:
        raise ValueError("Invalid format specifier")
    return fill, align, sign, alternate, width, grouping, precision, kind


def _pad(text, fill, align, width, default, sign=""):
    missing = (width or 0) - len(text) - len(sign)
    if missing <= 0:
        return sign + text
    align = align or default
    if align == "<":
        return sign + text + fill * missing
    if align == ">":
        return fill * missing + sign + text
    if align == "=":
        return sign + fill * missing + text
    left = missing // 2
    return fill * left + sign + text + fill * (missing - left)


def _grouped(digits, sign, size=3, width=0):
    parts = []
    # Zeros in front are grouped too; a sign of grouping never stands first.
    while len(digits) + (len(digits) - 1) // size < width:
        digits = "0" + digits
    while len(digits) > size:
        parts.insert(0, digits[-size:])
        digits = digits[:-size]
    parts.insert(0, digits)
    return sign.join(parts)


def _sign(negative, sign):
    return "-" if negative else ("" if sign == "-" else sign)


def _unknown(kind, value):
    raise ValueError("Unknown format code '" + kind + "' for object of type '" + type_name(value) + "'")
