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
        return "time.struct_time(" + ", ".join([f"{n}={v}" for n, v in zip(self._names, self)]) + ")"


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


def strftime(format, parts=None, /, *more):
    """By the locale C."""
    import _d_strftime
    return _d_strftime.strftime(format, localtime() if parts is None else parts, *more)


def asctime(parts=None, /):
    return strftime("%a %b %e %H:%M:%S %Y", parts)


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strptime(text, format="%a %b %d %H:%M:%S %Y", /):
    import _d_strptime
    moment, weekday, of_year, *_ = _d_strptime.strptime(text, format)
    return struct_time(moment[:6] + (weekday, of_year, -1))
