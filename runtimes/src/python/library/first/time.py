"""Time is that of the simulation."""
import _d_imports
from _d_host import ask, gap

__lacks__ = "clock_getres clock_settime clock_gettime_ns thread_time thread_time_ns CLOCK_BOOTTIME tzset pthread_getcpuclockid"
CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
_start = [None]


def time():
    return ask("now")


def time_ns():
    return int(ask("now") * 1000) * 1000000


def monotonic():
    if _start[0] is None:
        _start[0] = ask("now") - 1000
    return ask("now") - _start[0]


perf_counter = process_time = monotonic


def monotonic_ns():
    return int(monotonic() * 1000) * 1000000


perf_counter_ns = process_time_ns = monotonic_ns


def clock_gettime(clock, /):
    return time() if clock == CLOCK_REALTIME else monotonic()


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        raise TypeError("'" + type(seconds).__name__ + "' object cannot be interpreted as an integer")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if "_d_waiting" in _d_imports.modules and _d_imports.modules["_d_waiting"].tasks:
        waiting = _d_imports.modules["_d_waiting"]
        waiting.wait_until(waiting.no, seconds, "its time")
        return
    import signal
    while True:
        answer = ask("sleep", seconds=seconds)
        if not answer["signal"]:
            return
        signal._deliver(answer["signal"])
        seconds = answer["left"]


class struct_time(tuple):
    _names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        if name == "tm_zone":
            return "UTC"
        if name == "tm_gmtoff":
            return 0
        raise AttributeError("'time.struct_time' object has no attribute '" + name + "'")

    def __repr__(self):
        return "time.struct_time(" + ", ".join(f"{n}={v}" for n, v in zip(self._names, self)) + ")"


def _days(year, month, day):
    """Days since 1970 of a date of the proleptic Gregorian calendar."""
    year -= month <= 2
    era = year // 400
    inside = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + inside * 365 + inside // 4 - inside // 100 + of_year - 719468


def _civil(days):
    days += 719468
    era = days // 146097
    inside = days - era * 146097
    year = (inside - inside // 1460 + inside // 36524 - inside // 146096) // 365
    day = inside - (365 * year + year // 4 - year // 100)
    part = (5 * day + 2) // 153
    month = part + (3 if part < 10 else -9)
    return year + era * 400 + (month <= 2), month, day - (153 * part + 2) // 5 + 1


def gmtime(seconds=None, /):
    whole = int(time() if seconds is None else seconds // 1)
    days, rest = divmod(whole, 86400)
    year, month, day = _civil(days)
    return struct_time((
        year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, days - _days(year, 1, 1) + 1, 0
    ))


localtime = gmtime


def mktime(parts, /):
    return float(_days(*parts[:3]) * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5])


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)


def strftime(format, parts=None, /, _micro=0, _zone="UTC", _offset="+0000"):
    """By the locale C."""
    parts = localtime() if parts is None else parts
    year, month, day, hour, minute, second, weekday, yearday = parts[:8]
    out, place = [], 0
    while place < len(format):
        one = format[place]
        place += 1
        if one != "%" or place >= len(format):
            out.append(one)
            continue
        code = format[place]
        place += 1
        plain = code == "-" and place < len(format)
        if plain:
            code = format[place]
            place += 1
        week = {"U": (yearday + 6 - (weekday + 1) % 7) // 7, "W": (yearday + 6 - weekday) // 7}
        numbers = {
            "d": (day, 2), "m": (month, 2), "y": (year % 100, 2), "H": (hour, 2), "I": ((hour + 11) % 12 + 1, 2),
            "M": (minute, 2), "S": (second, 2), "j": (yearday, 3), "U": (week["U"], 2), "W": (week["W"], 2),
        }
        if code in numbers:
            value, width = numbers[code]
            out.append(str(value) if plain else str(value).zfill(width))
        elif code == "Y":
            out.append(str(year).zfill(4) if year >= 1000 else str(year))
        elif code == "e":
            out.append(str(day).rjust(2))
        elif code in "aAbBh":
            name = _DAYS[weekday] if code in "aA" else _MONTHS[month - 1]
            out.append(name[:3] if code in "abh" else name)
        elif code == "p":
            out.append("AM" if hour < 12 else "PM")
        elif code == "f":
            out.append(str(_micro).zfill(6))
        elif code == "w":
            out.append(str((weekday + 1) % 7))
        elif code == "u":
            out.append(str(weekday + 1))
        elif code == "Z":
            out.append(_zone)
        elif code == "z":
            out.append(_offset)
        elif code == "s":
            out.append(str(int(mktime(parts))))
        elif code == "%":
            out.append("%")
        elif code in "cxXDFTRrG":
            whole = {
                "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d",
                "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p", "G": "%Y",
            }
            if code == "G":
                gap("the format %G of a time")
            out.append(strftime(whole[code], parts, _micro, _zone, _offset))
        elif code in "nt":
            out.append("\n" if code == "n" else "\t")
        else:
            gap("the format %" + code + " of a time")
    return "".join(out)


def asctime(parts=None, /):
    return strftime("%a %b %e %H:%M:%S %Y", parts)


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    import datetime
    return datetime.datetime.strptime(text, format).timetuple()
