"""Dates of the calendar."""
import time as _time

from _d_host import ask
from _d_timedelta import timedelta
from time import _civil, _days, strftime as _strftime

__name__ = "datetime"
MINYEAR, MAXYEAR = 1, 9999


def _check(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    following = _days(year + month // 12, month % 12 + 1, 1)
    if not 1 <= day <= following - _days(year, month, 1):
        raise ValueError("day is out of range for month")


class date:
    def __init__(self, year, month, day):
        _check(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def today(cls):
        return cls(*_civil(int(ask("now")) // 86400))

    @classmethod
    def fromisoformat(cls, text):
        parts = text.split("-")
        if len(text) != 10 or len(parts) != 3 or not all(one.isdigit() for one in parts):
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*[int(one) for one in parts])

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
        today = _days(self.year, self.month, self.day)
        # A week belongs to the year of its Thursday.
        year = _civil(today - self.weekday() + 3)[0]
        week = (today - self.weekday() + 3 - _days(year, 1, 1)) // 7 + 1
        made = namedtuple("IsoCalendarDate", "year week weekday")(year, week, self.weekday() + 1)
        type(made).__repr__ = lambda one: f"datetime.IsoCalendarDate(year={one[0]}, week={one[1]}, weekday={one[2]})"
        return made

    def isoweekday(self):
        return self.weekday() + 1

    def timetuple(self):
        return _time.gmtime(_days(self.year, self.month, self.day) * 86400)

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def strftime(self, format):
        return _strftime(format, self.timetuple())

    def replace(self, year=None, month=None, day=None):
        return date(year or self.year, month or self.month, day or self.day)

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
            raise TypeError("can't compare datetime.datetime to datetime.date")
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
        return date.fromordinal(self.toordinal() + other.days)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return date.fromordinal(self.toordinal() - other.days)
        if not isinstance(other, date) or hasattr(other, "hour"):
            return NotImplemented
        return timedelta(days=self.toordinal() - other.toordinal())


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
