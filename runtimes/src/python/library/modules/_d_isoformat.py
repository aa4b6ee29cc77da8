"""Dates and times in the forms of ISO 8601, as `fromisoformat` reads them since Python 3.11."""
import re
from time import _civil, _days

_DAY = re.compile(r"(\d{4})(?:(-?)(\d\d)\2(\d\d)|(-?)W(\d\d)(?:\5([1-7]))?)")
_CLOCK = re.compile(r"T?(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?(Z|([+-])(\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.(\d+))?)?)?)?")


def _refuse(text):
    raise ValueError(f"Invalid isoformat string: {text!r}") from None


def day(text):
    """Year, month and day at the beginning of a text, and how long that is."""
    found = _DAY.match(text) or _refuse(text)
    year = int(found.group(1))
    if found.group(3):
        return year, int(found.group(3)), int(found.group(4)), found.end()
    week = int(found.group(6))
    fourth = _days(year, 1, 4)
    monday = fourth - (fourth + 3) % 7 + (week - 1) * 7
    thursday = _civil(monday + 3)[0]
    if week < 1 or thursday != year:
        raise ValueError(f"Invalid week: {week}")
    return _civil(monday + int(found.group(7) or "1") - 1) + (found.end(),)


def clock(text, whole=None):
    """Hour, minute, second and microsecond; and the offset in microseconds, or None."""
    found = _CLOCK.fullmatch(text) or _refuse(text if whole is None else whole)
    parts = [int(found.group(one) or "0") for one in (1, 3, 4)] + [int(((found.group(5) or "") + "000000")[:6])]
    if found.group(6) is None:
        return parts, None
    if found.group(6) == "Z":
        return parts, 0
    seconds = int(found.group(8)) * 3600 + int(found.group(9) or "0") * 60 + int(found.group(10) or "0")
    micro = seconds * 1000000 + int(((found.group(11) or "") + "000000")[:6])
    return parts, -micro if found.group(7) == "-" else micro


def moment(text):
    """Year, month, day; the clock; the offset in microseconds, or None."""
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    if len(text) < 7:
        _refuse(text)
    try:
        year, month, number, end = day(text)
    except ValueError as error:
        raise error if str(error).startswith("Invalid week") else ValueError(f"Invalid isoformat string: {text!r}") from None
    if end == len(text):
        return year, month, number, [0, 0, 0, 0], None
    parts, offset = clock(text[end + 1:], text)
    return year, month, number, parts, offset
