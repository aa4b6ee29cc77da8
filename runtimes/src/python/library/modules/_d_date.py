"""Dates of the calendar."""
import time as _time

from _d_host import ask
from _d_timedelta import timedelta
from sys import version_info as _version
from time import _civil, _days, strftime as _strftime

__name__ = "datetime"
MINYEAR, MAXYEAR = 1, 9999


def _whole(value):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value


def _check(year, month, day):
    for one in (year, month, day):
        _whole(one)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12" + (f", not {month}" if _version[1] > 13 else ""))
    following = _days(year + month // 12, month % 12 + 1, 1)
    if not 1 <= day <= following - _days(year, month, 1):
        raise ValueError(f"day {day} must be in range 1..{following - _days(year, month, 1)} for month {month} in year {year}" if _version[1] > 13 else "day is out of range for month")


def _name(one):
    return "datetime.datetime" if hasattr(one, "hour") else "datetime.date"


class date:
    def __init__(self, year, month, day):
        _check(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def today(cls):
        return cls(*_civil(int(ask("now")) // 86400))

    @classmethod
    def fromisoformat(cls, text):
        import _d_isoformat
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(text) not in (7, 8, 10):
            raise ValueError(f"Invalid isoformat string: {text!r}")
        year, month, day, end = _d_isoformat.day(text)
        if end != len(text):
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        fourth = _days(year, 1, 4)
        monday = fourth - (fourth + 3) % 7 + (week - 1) * 7
        if week < 1 or _civil(monday + 3)[0] != year:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls(*_civil(monday + day - 1))

    @classmethod
    def fromordinal(cls, n):
        return cls(*_civil(n - 719163))

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_civil(int(t // 86400)))

    def toordinal(self):
        return _days(self.year, self.month, self.day) + 719163

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isocalendar(self):
        from collections import namedtuple
        from _d_strftime import iso_week
        year, week = iso_week(self.year, self.month, self.day)
        made = namedtuple("IsoCalendarDate", "year week weekday")(year, week, self.weekday() + 1)
        type(made).__repr__ = lambda one: f"datetime.IsoCalendarDate(year={one[0]}, week={one[1]}, weekday={one[2]})"
        return made

    def isoweekday(self):
        return self.weekday() + 1

    def timetuple(self):
        return _time.struct_time(_time.gmtime(_days(self.year, self.month, self.day) * 86400)[:8] + (-1,))

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def strftime(self, format):
        return _strftime(format, self.timetuple())

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def replace(self, year=None, month=None, day=None):
        return date(self.year if year is None else year, self.month if month is None else month, self.day if day is None else day)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.date({self.year}, {self.month}, {self.day})"

    def _key(self):
        return (self.year, self.month, self.day)

    def _meets(self, other):
        """Can the two be compared? A day and a moment cannot, nor moments of which one alone has a timezone."""
        if not isinstance(other, date):
            return False
        moments = [one for one in (self, other) if hasattr(one, "hour")]
        if len(moments) == 1:
            if _version[1] < 13:
                raise TypeError(f"can't compare {_name(self)} to {_name(other)}")
            return False
        if moments and (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        return isinstance(other, date) and hasattr(self, "hour") == hasattr(other, "hour") and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key() if self._meets(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._meets(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._meets(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._meets(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _moved(self, other.days)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moved(self, -other.days)
        if not isinstance(other, date) or hasattr(other, "hour"):
            return NotImplemented
        return timedelta(days=self.toordinal() - other.toordinal())


def _moved(day, by):
    to = day.toordinal() + by
    if not 1 <= to <= 3652059:
        raise OverflowError("date value out of range")
    return date.fromordinal(to)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
