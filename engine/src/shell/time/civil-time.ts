const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly yearDay: number;
}

/** A moment, in seconds since 1970, as a calendar shows it in UTC. */
export function civilTime(seconds: number): CivilTime {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const yearDay = month <= 2 ? dayOfYear - 306 : dayOfYear + 59 + (leap ? 1 : 0);
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: Math.floor(rest % 60),
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay,
  };
}

const two = (value: number, fill = "0"): string => String(value).padStart(2, fill);

/** The week of ISO 8601 and the year that it is counted in: the one that holds its Thursday. */
function isoWeek(seconds: number): { readonly year: number; readonly week: number } {
  const { weekday } = civilTime(seconds);
  const thursday = civilTime(seconds + (3 - ((weekday + 6) % 7)) * 86_400);
  return { year: thursday.year, week: Math.floor(thursday.yearDay / 7) + 1 };
}

/** strftime in the C locale and UTC. */
export function formatTime(format: string, seconds: number, nanoseconds = 0): string {
  const t = civilTime(seconds);
  const one = (letter: string, flag: string): string => {
    const number = (value: number, width: number, fill = "0"): string =>
      flag === "-" ? String(value) : String(value).padStart(width, flag === "_" ? " " : fill);
    switch (letter) {
      case "Y":
        return String(t.year);
      case "C":
        return two(Math.floor(t.year / 100));
      case "y":
        return number(t.year % 100, 2);
      case "m":
        return number(t.month, 2);
      case "d":
        return number(t.day, 2);
      case "e":
        return number(t.day, 2, " ");
      case "H":
        return number(t.hour, 2);
      case "k":
        return number(t.hour, 2, " ");
      case "I":
        return number(t.hour % 12 || 12, 2);
      case "l":
        return number(t.hour % 12 || 12, 2, " ");
      case "M":
        return number(t.minute, 2);
      case "S":
        return number(t.second, 2);
      case "N":
        return String(nanoseconds).padStart(9, "0");
      case "s":
        return String(Math.floor(seconds));
      case "j":
        return number(t.yearDay + 1, 3);
      case "U":
        return two(Math.floor((t.yearDay + 6 - t.weekday) / 7));
      case "W":
        return two(Math.floor((t.yearDay + 6 - ((t.weekday + 6) % 7)) / 7));
      case "V":
        return two(isoWeek(seconds).week);
      case "G":
        return String(isoWeek(seconds).year);
      case "g":
        return two(isoWeek(seconds).year % 100);
      case "u":
        return String(t.weekday || 7);
      case "w":
        return String(t.weekday);
      case "a":
        return (WEEKDAYS[t.weekday] ?? "").slice(0, 3);
      case "A":
        return WEEKDAYS[t.weekday] ?? "";
      case "b":
      case "h":
        return MONTHS[t.month - 1] ?? "";
      case "B":
        return LONG_MONTHS[t.month - 1] ?? "";
      case "p":
        return t.hour < 12 ? "AM" : "PM";
      case "P":
        return t.hour < 12 ? "am" : "pm";
      case "Z":
        return "UTC";
      case "z":
        return "+0000";
      case "n":
        return "\n";
      case "t":
        return "\t";
      case "%":
        return "%";
      case "F":
        return formatTime("%Y-%m-%d", seconds);
      case "T":
      case "X":
        return formatTime("%H:%M:%S", seconds);
      case "R":
        return formatTime("%H:%M", seconds);
      case "D":
      case "x":
        return formatTime("%m/%d/%y", seconds);
      case "r":
        return formatTime("%I:%M:%S %p", seconds);
      case "c":
        return formatTime("%a %b %e %H:%M:%S %Y", seconds);
      default:
        return `%${flag}${letter}`;
    }
  };
  return format.replaceAll(/%([-_0]?)(?::?)([A-Za-z%])/g, (_, flag: string, letter: string) =>
    one(letter, flag),
  );
}
