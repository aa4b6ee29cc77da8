"""Calendars."""
import datetime
import sys

from _d_host import gap

__lacks__ = "HTMLCalendar LocaleHTMLCalendar LocaleTextCalendar different_locale main mdays"


class _Named(int):
    """A day or a month that shows its name, as those of an IntEnum do since Python 3.12."""

    def __repr__(self):
        return f"calendar.{self.name}"

    def __str__(self):
        return str(self.value)

    def __hash__(self):
        return self.value


def _both(compute):
    return lambda self, other: compute(self.value, getattr(other, "value", other))


# MicroPython would not count with two of them.
for _name, _compute in (
    ("add", lambda a, b: a + b), ("radd", lambda a, b: b + a), ("sub", lambda a, b: a - b), ("rsub", lambda a, b: b - a),
    ("mul", lambda a, b: a * b), ("mod", lambda a, b: a % b), ("floordiv", lambda a, b: a // b), ("eq", lambda a, b: a == b),
    ("ne", lambda a, b: a != b), ("lt", lambda a, b: a < b), ("le", lambda a, b: a <= b), ("gt", lambda a, b: a > b),
    ("ge", lambda a, b: a >= b),
):
    setattr(_Named, f"__{_name}__", _both(_compute))


def _named(name, number):
    if sys.version_info[1] < 12:
        return number
    made = _Named(number)
    made.name, made.value = name, number
    return made


EPOCH = 1970
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [one[:3] for one in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
              "December"]
month_abbr = [one[:3] for one in month_name]
_first = [0]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = _days = [
    _named(name.upper(), number) for number, name in enumerate(day_name)
]
JANUARY, FEBRUARY = [_named(month_name[number].upper(), number) for number in (1, 2)]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month
        super().__init__(f"bad month number {month!r}; must be 1-12")


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday
        super().__init__(f"bad weekday number {weekday!r}; must be 0 (Monday) to 6 (Sunday)")


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return len([one for one in range(y1, y2) if isleap(one)])


def weekday(year, month, day):
    return _days[datetime.date(year, month, day).weekday()]


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def firstweekday():
    return _first[0]


def setfirstweekday(firstweekday):
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    _first[0] = firstweekday


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = getattr(firstweekday, "value", firstweekday)

    def getfirstweekday(self):
        return self.firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return iter([one % 7 for one in range(self.firstweekday, self.firstweekday + 7)])

    def itermonthdates(self, year, month):
        first = datetime.date(year, month, 1)
        begin = first - datetime.timedelta(days=(first.weekday() - self.firstweekday) % 7)
        count = (first - begin).days + monthrange(year, month)[1]
        return iter([begin + datetime.timedelta(days=one) for one in range((count + 6) // 7 * 7)])

    def itermonthdays(self, year, month):
        return iter([one.day if one.month == month else 0 for one in self.itermonthdates(year, month)])

    def itermonthdays2(self, year, month):
        return iter([(one.day if one.month == month else 0, one.weekday()) for one in self.itermonthdates(year, month)])

    def itermonthdays3(self, year, month):
        return iter([(one.year, one.month, one.day) for one in self.itermonthdates(year, month)])

    def monthdatescalendar(self, year, month):
        return _weeks(self.itermonthdates(year, month))

    def monthdayscalendar(self, year, month):
        return _weeks(self.itermonthdays(year, month))

    def monthdays2calendar(self, year, month):
        return _weeks(self.itermonthdays2(year, month))


def _weeks(days):
    days = list(days)
    return [days[place:place + 7] for place in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """A calendar to print."""

    def formatday(self, day, weekday, width):
        return ("" if day == 0 else "%2i" % day).center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, one, width) for day, one in theweek])

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(one, width) for one in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        return (month_name[themonth] + (f" {theyear!r}" if withyear else "")).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        text = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip() + "\n" * l
        text += self.formatweekheader(w).rstrip() + "\n" * l
        for week in self.monthdays2calendar(theyear, themonth):
            text += self.formatweek(week, w).rstrip() + "\n" * l
        return text

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        gap("the calendar of a whole year")


def _calendar():
    return TextCalendar(_first[0])


def month(theyear, themonth, w=0, l=0):
    return _calendar().formatmonth(theyear, themonth, w, l)


def prmonth(theyear, themonth, w=0, l=0):
    _calendar().prmonth(theyear, themonth, w, l)


def monthcalendar(year, month):
    return _calendar().monthdayscalendar(year, month)


def weekheader(width):
    return _calendar().formatweekheader(width)


def calendar(theyear, w=2, l=1, c=6, m=3):
    gap("the calendar of a whole year")


prcal = calendar


def timegm(tuple):
    year, month, day, hour, minute, second = list(tuple)[:6]
    return ((datetime.date(year, month, 1).toordinal() - 719163 + day - 1) * 24 + hour) * 3600 + minute * 60 + second
