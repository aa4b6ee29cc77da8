"""A time read by a format: what `time.strptime` and `datetime.strptime` share."""
import re
import sys
from _d_strftime import DAYS, MONTHS
from time import _civil, _days

_ONE_OF = {
    "a": [one[:3] for one in DAYS], "A": DAYS, "b": [one[:3] for one in MONTHS], "B": MONTHS, "p": ("am", "pm"),
    "Z": ("utc", "gmt"),
}
_PATTERNS = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]", "f": r"[0-9]{1,6}", "H": r"2[0-3]|[0-1]\d|\d", "I": r"1[0-2]|0[1-9]|[1-9]",
    "G": r"\d\d\d\d", "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]", "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d", "S": r"6[0-1]|[0-5]\d|\d", "U": r"5[0-3]|[0-4]\d|\d", "W": r"5[0-3]|[0-4]\d|\d", "w": "[0-6]", "u": "[1-7]",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d", "y": r"\d\d", "Y": r"\d\d\d\d",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _pattern(format):
    for code, meant in _WHOLE.items():
        format = format.replace("%" + code, meant)
    out, place, codes = [], 0, []
    while place < len(format):
        one = format[place]
        place += 1
        if one.isspace():
            while place < len(format) and format[place].isspace():
                place += 1
            out.append(r"\s+")
        elif one != "%":
            out.append(re.escape(one))
        elif place == len(format):
            raise ValueError(f"stray % in format '{format}'")
        else:
            code = format[place]
            place += 1
            codes.append(code)
            if code == "%":
                out.append("%")
            elif code in _PATTERNS or code in _ONE_OF:
                out.append(f"(?P<{code}>{_PATTERNS.get(code) or '|'.join(_ONE_OF[code])})")
            else:
                raise ValueError(f"'{code}' is a bad directive in format '{format}'")
    if sys.version_info >= (3, 13) and "d" in codes and not {"Y", "y", "G"} & set(codes):
        import warnings
        warnings.warn(
            "Parsing dates involving a day of month without a year specified is ambiguious\n"
            "and fails to parse leap day. The default behavior will change in Python 3.15\n"
            "to either always raise an exception or to use a different default year (TBD).\n"
            "To avoid trouble, add a specific year to the input & format.\n"
            "See https://github.com/python/cpython/issues/70647.", DeprecationWarning, 2,
        )
    return "".join(out)


def _offset(text):
    """Microseconds east of Greenwich."""
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "")
    clock, _, rest = digits.partition(".")
    seconds = int(clock[:2]) * 3600 + int(clock[2:4]) * 60 + int(clock[4:] or "0")
    micro = seconds * 1000000 + int((rest + "000000")[:6])
    return -micro if text[0] == "-" else micro


def strptime(text, format):
    """Year, month, day, hour, minute, second, microsecond; weekday; day of the year; offset in microseconds or None; zone or None."""
    for one in (text, format):
        if not isinstance(one, str):
            raise TypeError(f"strptime() argument {(text, format).index(one)} must be str, not {type(one)}")
    pattern = re.compile(_pattern(format), re.IGNORECASE)
    found = pattern.match(text)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if found.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    given = found.groupdict()
    number = lambda code, otherwise: int(given[code]) if given.get(code) is not None else otherwise
    year = number("Y", None)
    if year is None and "y" in given:
        year = int(given["y"]) + (2000 if int(given["y"]) < 69 else 1900)
    month = number("m", 1)
    for code, length in (("b", 3), ("B", 99)):
        if code in given:
            month = [one[:length].lower() for one in MONTHS].index(given[code].lower()) + 1
    hour = number("H", 0)
    if "I" in given:
        hour = number("I", 0) % 12 + (12 if given.get("p", "").lower() == "pm" else 0)
    weekday = None
    for code, length in (("a", 3), ("A", 99)):
        if code in given:
            weekday = [one[:length].lower() for one in DAYS].index(given[code].lower())
    if "w" in given:
        weekday = (int(given["w"]) + 6) % 7
    if "u" in given:
        weekday = int(given["u"]) - 1
    day = number("d", 1)
    of_year = number("j", None)
    if "G" in given:
        if of_year is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if "V" not in given or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
        fourth = _days(int(given["G"]), 1, 4)
        year, month, day = _civil(fourth - (fourth + 3) % 7 + (int(given["V"]) - 1) * 7 + weekday)
    elif "V" in given:
        raise ValueError(
            "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."
            if year is None or weekday is None else
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        )
    known = year
    if year is None:
        year = 1904 if month == 2 and day == 29 else 1900
    if of_year is None and weekday is not None and ("U" in given or "W" in given) and known is not None:
        first = _days(year, 1, 1)
        starts = (first + 4) % 7 if "U" in given else (first + 3) % 7
        wanted = (weekday + 1) % 7 if "U" in given else weekday
        of_year = (7 - starts) % 7 + 7 * (number("U", number("W", 0)) - 1) + wanted + 1
    if of_year is not None and known is not None:
        year, month, day = _civil(_days(year, 1, 1) + of_year - 1)
    elif day > _days(year + month // 12, month % 12 + 1, 1) - _days(year, month, 1):
        raise ValueError("day is out of range for month")
    days = _days(year, month, day)
    of_year = days - _days(year, 1, 1) + 1
    if known is None and year == 1904:
        year = 1900
    offset = _offset(given["z"]) if given.get("z") is not None else None
    moment = (year, month, day, hour, number("M", 0), number("S", 0), int((given.get("f") or "0").ljust(6, "0")))
    return moment, (days + 3) % 7 if weekday is None else weekday, of_year, offset, given.get("Z")
