"""Dates and times of the simulation's clock. Everything is UTC unless a timezone says otherwise."""
import time as _time

from _d_date import MAXYEAR, MINYEAR, _check, date
from _d_host import ask, gap
from _d_timedelta import _offset_text, timedelta, timezone, tzinfo
from time import _civil, _days, strftime as _strftime

__lacks__ = "datetime_CAPI tzinfo sys"
UTC = timezone.utc


class datetime(date):
    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check(year, month, day)
        for value, name, most in ((hour, "hour", 23), (minute, "minute", 59), (second, "second", 59)):
            if not 0 <= value <= most:
                raise ValueError(f"{name} must be in 0..{most}")
        self.year, self.month, self.day = year, month, day
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    @classmethod
    def _of(cls, micro, tz):
        seconds, rest = divmod(micro, 1000000)
        days, left = divmod(seconds, 86400)
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
        micro = round(timestamp * 1000000)
        return cls._of(micro + (tz.utcoffset(None)._micro if tz else 0), tz)

    utcfromtimestamp = fromtimestamp

    @classmethod
    def combine(cls, day, moment, tzinfo=None):
        zone = moment.tzinfo if tzinfo is None else tzinfo
        return datetime(day.year, day.month, day.day, moment.hour, moment.minute, moment.second, moment.microsecond, zone)

    @classmethod
    def fromisoformat(cls, text):
        try:
            day, rest = text[:10], text[11:]
            year, month, number = [int(one) for one in day.split("-")]
            zone = None
            if rest.endswith("Z"):
                rest, zone = rest[:-1], timezone.utc
            for sign in "+-":
                if sign in rest:
                    rest, _, offset = rest.partition(sign)
                    minutes = int(offset[:2]) * 60 + int(offset[-2:])
                    zone = timezone(timedelta(minutes=-minutes if sign == "-" else minutes)) if minutes else timezone.utc
            clock, _, fraction = rest.partition(".")
            parts = [int(one) for one in clock.split(":")] if clock else []
            micro = int((fraction + "000000")[:6]) if fraction else 0
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        parts += [0] * (3 - len(parts))
        return cls(year, month, number, parts[0], parts[1], parts[2], micro, zone)

    @classmethod
    def strptime(cls, text, format):
        values = {"Y": 1900, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "f": 0}
        place, i = 0, 0
        bad = ValueError(f"time data {text!r} does not match format {format!r}")
        while i < len(format):
            one = format[i]
            i += 1
            if one != "%":
                if text[place:place + 1] != one:
                    raise bad
                place += 1
                continue
            code = format[i]
            i += 1
            if code in values or code == "y":
                end, most = place, {"Y": 4, "f": 6}.get(code, 2)
                while end < len(text) and end - place < most and text[end].isdigit():
                    end += 1
                if end == place:
                    raise bad
                number = int(text[place:end])
                if code == "f":
                    number *= 10 ** (6 - (end - place))
                if code == "y":
                    code, number = "Y", number + (2000 if number < 69 else 1900)
                values[code] = number
                place = end
            elif code in "bB":
                for month, name in enumerate(_time._MONTHS, 1):
                    name = name if code == "B" else name[:3]
                    if text[place:place + len(name)].lower() == name.lower():
                        values["m"], place = month, place + len(name)
                        break
                else:
                    raise bad
            else:
                gap("strptime with %" + code)
        if place != len(text):
            raise ValueError(f"unconverted data remains: {text[place:]}")
        return cls(values["Y"], values["m"], values["d"], values["H"], values["M"], values["S"], values["f"])

    def timestamp(self):
        return self._absolute() / 1000000

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetuple(self):
        return _time.gmtime(self._micro() // 1000000)

    utctimetuple = timetuple

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
        text = f"{self.year:04d}-{self.month:02d}-{self.day:02d}{sep}{self.hour:02d}:{self.minute:02d}"
        if timespec != "minutes":
            text += f":{self.second:02d}"
        if timespec == "microseconds" or timespec == "auto" and self.microsecond:
            text += f".{self.microsecond:06d}"
        elif timespec == "milliseconds":
            text += f".{self.microsecond // 1000:03d}"
        return text + (_offset_text(self.utcoffset()) if self.tzinfo else "")

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
        for value, name, most in ((hour, "hour", 23), (minute, "minute", 59), (second, "second", 59), (microsecond, "microsecond", 999999)):
            if not 0 <= value <= most:
                raise ValueError(f"{name} must be in 0..{most}")
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    def isoformat(self):
        text = f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}"
        return text + (f".{self.microsecond:06d}" if self.microsecond else "")

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, text):
        moment = datetime.fromisoformat("2000-01-01T" + text)
        return cls(moment.hour, moment.minute, moment.second, moment.microsecond, moment.tzinfo)

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


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta.resolution = timedelta(microseconds=1)
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
