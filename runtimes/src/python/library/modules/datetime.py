"""Dates and times of the simulation's clock. Everything is UTC unless a timezone says otherwise."""
import time as _time

from _d_date import MAXYEAR, MINYEAR, _check, _whole, date
from _d_host import ask, gap
from _d_timedelta import _offset_text, timedelta, timezone, tzinfo
from sys import version_info as _version
from time import _civil, _days, strftime as _strftime

_tzinfo = tzinfo

__lacks__ = "datetime_CAPI sys"
UTC = timezone.utc


def _check_clock(hour, minute, second, microsecond, zone):
    for value, name, most in ((hour, "hour", 23), (minute, "minute", 59), (second, "second", 59), (microsecond, "microsecond", 999999)):
        if not 0 <= _whole(value) <= most:
            told = "" if _version[1] < 14 else f", not {value}"
            raise ValueError(f"{name} must be in 0..{most}{told}")
    _check_zone(zone)


def _check_zone(zone):
    if zone is not None and not isinstance(zone, _tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _clock_text(moment, timespec):
    text = f"{moment.hour:02d}:{moment.minute:02d}:{moment.second:02d}"
    if timespec == "auto":
        timespec = "microseconds" if moment.microsecond else "seconds"
    if timespec == "hours" or timespec == "minutes":
        return text[:2 if timespec == "hours" else 5]
    if timespec == "milliseconds":
        return text + f".{moment.microsecond // 1000:03d}"
    if timespec == "microseconds":
        return text + f".{moment.microsecond:06d}"
    if timespec != "seconds":
        raise ValueError("Unknown timespec value")
    return text


def _zone(offset):
    """The timezone that lies so many microseconds off; None without an offset."""
    if offset is None:
        return None
    return timezone(timedelta(microseconds=offset)) if offset else timezone.utc


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check(year, month, day)
        _check_clock(hour, minute, second, microsecond, tzinfo)
        self.year, self.month, self.day = year, month, day
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    @classmethod
    def _of(cls, micro, tz):
        seconds, rest = divmod(micro, 1000000)
        days, left = divmod(seconds, 86400)
        if not -719162 <= days <= 2932896:
            raise OverflowError("date value out of range")
        year, month, day = _civil(days)
        return datetime(year, month, day, left // 3600, left // 60 % 60, left % 60, rest, tz)

    def _micro(self):
        """Microseconds since 1970 by its own clock."""
        seconds = _days(self.year, self.month, self.day) * 86400 + self.hour * 3600 + self.minute * 60 + self.second
        return seconds * 1000000 + self.microsecond

    def _absolute(self):
        return self._micro() - (self.tzinfo.utcoffset(self)._micro if self.tzinfo else 0)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(ask("now"), tz)

    today = now

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(ask("now"))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        micro = round(timestamp * 1000000)
        return cls._of(micro + (tz.utcoffset(None)._micro if tz else 0), tz)

    utcfromtimestamp = fromtimestamp

    @classmethod
    def combine(cls, day, moment, tzinfo=None):
        zone = moment.tzinfo if tzinfo is None else tzinfo
        return datetime(day.year, day.month, day.day, moment.hour, moment.minute, moment.second, moment.microsecond, zone)

    @classmethod
    def fromisoformat(cls, text):
        import _d_isoformat
        year, month, day, clock, offset = _d_isoformat.moment(text)
        return cls(year, month, day, *clock, _zone(offset))

    @classmethod
    def strptime(cls, text, format):
        import _d_strptime
        moment, _, _, offset, zone = _d_strptime.strptime(text, format)
        if offset is None:
            return cls(*moment)
        made = timezone(timedelta(microseconds=offset), zone) if zone else timezone(timedelta(microseconds=offset))
        return cls(*moment, made if offset or zone else timezone.utc)

    def timestamp(self):
        return self._absolute() / 1000000

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def timetuple(self):
        return _time.struct_time(_time.gmtime(self._micro() // 1000000)[:8] + (-1,))

    def utctimetuple(self):
        return _time.gmtime(self._absolute() // 1000000)

    def utcoffset(self):
        return self.tzinfo.utcoffset(self) if self.tzinfo else None

    def tzname(self):
        return self.tzinfo.tzname(self) if self.tzinfo else None

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        return datetime._of(self._absolute() + tz.utcoffset(self)._micro, tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        pick = lambda value, mine: mine if value is None else value
        return datetime(
            pick(year, self.year), pick(month, self.month), pick(day, self.day), pick(hour, self.hour),
            pick(minute, self.minute), pick(second, self.second), pick(microsecond, self.microsecond),
            self.tzinfo if tzinfo is True else tzinfo,
        )

    def isoformat(self, sep="T", timespec="auto"):
        clock = _clock_text(self, timespec)
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}{sep}{clock}" + (_offset_text(self.utcoffset()) if self.tzinfo else "")

    def strftime(self, format):
        zone = self.tzname() or ""
        offset = _offset_text(self.utcoffset(), "") if self.tzinfo else ""
        return _strftime(format, self.timetuple(), self.microsecond, zone, offset)

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self.year, self.month, self.day, self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        zone = f", tzinfo={self.tzinfo!r}" if self.tzinfo else ""
        return f"datetime.datetime({', '.join([str(one) for one in parts])}{zone})"

    def _key(self):
        return (self._absolute(), self.tzinfo is None)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return datetime._of(self._micro() + other._micro, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return datetime._of(self._micro() - other._micro, self.tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._absolute() - other._absolute())


class time:
    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_clock(hour, minute, second, microsecond, tzinfo)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    def isoformat(self, timespec="auto"):
        return _clock_text(self, timespec) + (_offset_text(self.utcoffset()) if self.tzinfo else "")

    def utcoffset(self):
        return self.tzinfo.utcoffset(None) if self.tzinfo else None

    def tzname(self):
        return self.tzinfo.tzname(None) if self.tzinfo else None

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, text):
        import _d_isoformat
        clock, offset = _d_isoformat.clock(text)
        return cls(*clock, _zone(offset))

    def replace(self, **changes):
        parts = {"hour": self.hour, "minute": self.minute, "second": self.second, "microsecond": self.microsecond, "tzinfo": self.tzinfo}
        parts.update(changes)
        return time(**parts)

    def _key(self):
        if self.tzinfo is not None:
            gap("times with a timezone, compared")
        return (self.hour, self.minute, self.second, self.microsecond)

    def __repr__(self):
        parts = [self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return "datetime.time(" + ", ".join([str(one) for one in parts]) + zone + ")"

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def strftime(self, format):
        return datetime(1900, 1, 1, self.hour, self.minute, self.second, self.microsecond).strftime(format)


timedelta.min, timedelta.max = timedelta(-999999999), timedelta(999999999, 86399, 999999)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution = timedelta(microseconds=1)
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
