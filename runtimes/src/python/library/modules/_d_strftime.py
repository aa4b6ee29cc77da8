"""The text of a time by a format: what `time` and `datetime` share."""
from time import _civil, _days, mktime

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)


def iso_week(year, month, day):
    """The ISO year and the number of its week. A week belongs to the year of its Thursday."""
    today = _days(year, month, day)
    thursday = today - (today + 3) % 7 + 3
    year = _civil(thursday)[0]
    return year, (thursday - _days(year, 1, 1)) // 7 + 1


def strftime(format, parts, micro=None, zone="UTC", offset="+0000"):
    """The text of a time by the locale C. What glibc does not know stays as it is."""
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
            name = DAYS[weekday] if code in "aA" else MONTHS[month - 1]
            out.append(name[:3] if code in "abh" else name)
        elif code == "p":
            out.append("AM" if hour < 12 else "PM")
        elif code == "f" and micro is not None:
            out.append(str(micro).zfill(6))
        elif code == "w":
            out.append(str((weekday + 1) % 7))
        elif code == "u":
            out.append(str(weekday + 1))
        elif code == "Z":
            out.append(zone)
        elif code == "z":
            out.append(offset)
        elif code == "s":
            out.append(str(int(mktime(parts))))
        elif code == "%":
            out.append("%")
        elif code in "cxXDFTRr":
            whole = {
                "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d",
                "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p",
            }
            out.append(strftime(whole[code], parts, micro, zone, offset))
        elif code in "GV":
            in_year, number = iso_week(year, month, day)
            out.append(str(in_year).zfill(4) if code == "G" else str(number).zfill(2))
        elif code == "k" or code == "l":
            out.append(str(hour if code == "k" else (hour + 11) % 12 + 1).rjust(2))
        elif code == "C":
            out.append(str(year // 100).zfill(2))
        elif code == "P":
            out.append("am" if hour < 12 else "pm")
        elif code in "nt":
            out.append("\n" if code == "n" else "\t")
        else:
            out.append("%" + ("-" if plain else "") + code)
    return "".join(out)
