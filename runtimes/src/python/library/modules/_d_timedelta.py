"""Spans of time and timezones: what `datetime` begins with."""

__name__ = "datetime"


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        for name, value in (
            ("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds),
            ("minutes", minutes), ("hours", hours), ("weeks", weeks),
        ):
            if not isinstance(value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        seconds = seconds + minutes * 60 + hours * 3600 + (days + weeks * 7) * 86400
        whole = int(seconds // 1)
        rest = seconds - whole
        self._micro = whole * 1000000 + round(rest * 1000000) + round(microseconds + milliseconds * 1000)
        if not -1000000000 < self.days < 1000000000:
            if abs(self.days) >= 1 << 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={self.days}; must have magnitude <= 999999999")

    @classmethod
    def _of(cls, micro):
        made = cls()
        made._micro = micro
        return made

    days = property(lambda self: self._micro // 86400000000)
    seconds = property(lambda self: self._micro // 1000000 % 86400)
    microseconds = property(lambda self: self._micro % 1000000)

    def total_seconds(self):
        return self._micro / 1000000

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._micro + other._micro)
        return other + self if hasattr(other, "toordinal") else NotImplemented

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(self._micro - other._micro)

    def __neg__(self):
        return timedelta._of(-self._micro)

    def __pos__(self):
        return timedelta._of(self._micro)

    def __abs__(self):
        return timedelta._of(abs(self._micro))

    def __mul__(self, other):
        if not isinstance(other, (int, float)):
            return NotImplemented
        return timedelta._of(round(self._micro * other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._micro / other._micro if isinstance(other, timedelta) else timedelta._of(round(self._micro / other))

    def __floordiv__(self, other):
        return self._micro // other._micro if isinstance(other, timedelta) else timedelta._of(self._micro // other)

    def __mod__(self, other):
        return timedelta._of(self._micro % other._micro) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._micro == other._micro

    def __lt__(self, other):
        return self._micro < other._micro if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._micro <= other._micro if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._micro > other._micro if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._micro >= other._micro if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._micro)

    def __bool__(self):
        return self._micro != 0

    def __str__(self):
        rest = self.seconds
        text = f"{rest // 3600}:{rest // 60 % 60:02d}:{rest % 60:02d}"
        if self.microseconds:
            text += f".{self.microseconds:06d}"
        return f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}" if self.days else text

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)) if value]
        return f"datetime.timedelta({', '.join(parts) or '0'})"


class tzinfo:
    pass


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if abs(offset) >= timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not " + repr(offset) + "."
            )
        self._offset = offset
        self._name = name

    def dst(self, dt):
        return None

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        return self._name or ("UTC" if not self._offset else "UTC" + _offset_text(self._offset))

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return f"datetime.timezone({self._offset!r}" + (f", {self._name!r})" if self._name else ")")

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)


def _offset_text(offset, colon=":"):
    minutes = offset._micro // 60000000
    sign = "-" if minutes < 0 else "+"
    minutes = abs(minutes)
    return f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"


timezone.utc = timezone(timedelta(0))
