import { civilTime } from "./civil-time.ts";

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

const UNITS: Readonly<Record<string, number>> = {
  second: 1,
  sec: 1,
  minute: 60,
  min: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
};

/** Seconds since 1970 (UTC) of what `touch -d` and `date -d` take; undefined where the text is no date that Drydock reads. `stamp`: `[[CC]YY]MMDDhhmm[.ss]`. */
export function parseDate(text: string, now: number, stamp = false): number | undefined {
  const trimmed = text.trim();
  if (stamp) {
    const match = /^((?:\d\d)?\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(trimmed);
    if (!match) return undefined;
    const [, y = "", mo = "", d = "", h = "", mi = "", s = "0"] = match;
    const year =
      y === ""
        ? civilTime(now).year
        : y.length === 2
          ? (Number(y) < 69 ? 2000 : 1900) + Number(y)
          : Number(y);
    return daysOf(year, Number(mo), Number(d)) * 86_400 + Number(h) * 3600 + Number(mi) * 60 + Number(s);
  }
  if (trimmed === "now" || trimmed === "") return now;
  if (trimmed === "today") return now;
  if (trimmed === "yesterday") return now - 86_400;
  if (trimmed === "tomorrow") return now + 86_400;
  const epoch = /^@(-?\d+)(?:\.\d+)?$/.exec(trimmed);
  if (epoch) return Number(epoch[1]);
  const relative = /^([-+]?\d+)\s*(sec|second|min|minute|hour|day|week)s?(\s+ago)?$/.exec(trimmed);
  if (relative) return now + Number(relative[1]) * (UNITS[relative[2] ?? ""] ?? 0) * (relative[3] ? -1 : 1);
  const iso =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|[-+]\d\d:?\d\d)?$/.exec(
      trimmed,
    );
  if (!iso) {
    const apart = /^(\S+(?:[T ]+\d\d:\d\d\S*)?(?: UTC| Z)?)\s+([-+]?\s?\d+\s*[a-z]+(?:\s+ago)?)$/.exec(
      trimmed,
    );
    const from = apart?.[1] === undefined ? undefined : parseDate(apart[1], now);
    return from === undefined ? undefined : parseDate((apart?.[2] ?? "").replace(/^([-+])\s/, "$1"), from);
  }
  const [, y, mo, d, h = "0", mi = "0", s = "0", zone] = iso;
  if (
    Number(mo) < 1 ||
    Number(mo) > 12 ||
    Number(d) < 1 ||
    Number(d) > 31 ||
    Number(h) > 23 ||
    Number(mi) > 59
  )
    return undefined;
  const offset =
    zone && /^[-+]/.test(zone)
      ? (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60) * (zone.startsWith("-") ? -1 : 1)
      : 0;
  return (
    daysOf(Number(y), Number(mo), Number(d)) * 86_400 +
    Number(h) * 3600 +
    Number(mi) * 60 +
    Number(s) -
    offset
  );
}

/** Does it write down a day or an hour that there is not, such as `2024-02-30`? GNU's programs refuse it; busybox counts on. */
export function isNoMoment(text: string): boolean {
  const dashed = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d))?(?!\d)/.exec(text);
  const packed = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d\d)?$/.exec(text);
  const [year, month, day, hour = 0, minute = 0] = (dashed ?? packed ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const there = civilTime(daysOf(year, month, day) * 86_400);
  return there.month !== month || there.day !== day || hour > 23 || minute > 59;
}

const WORDS =
  /^(?:now|today|yesterday|tomorrow|noon|midnight|ago|next|last|this|first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|am|pm|utc|gmt|[ecmp][sd]t|dst|(?:year|month|fortnight|week|day|hour|min|minute|sec|second)s?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nes|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|tz|[a-z])$/i;

/** Is it made of words and figures that GNU's dates are made of, so that the real one may understand it? */
export const mayBeDate = (text: string): boolean =>
  /\d|[a-z]/i.test(text) && (text.match(/[a-z]+/gi) ?? []).every((word) => WORDS.test(word));
