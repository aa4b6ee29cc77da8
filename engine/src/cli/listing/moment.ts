import { parseDuration } from "../../dockerfile/duration.ts";

const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The moment that `--since` and `--until` mean, in milliseconds since 1970: seconds since 1970, a date, or how long ago it is,
 * as docker/cli reads it (api/types/time, GetTimestamp). Undefined: it is none of these.
 */
export function moment(text: string, now: number): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const zone = DATE.exec(text);
  if (zone) return dateTime(text, zone[1]);
  const ago = parseDuration(text);
  return typeof ago === "number" ? now - ago / 1e6 : undefined;
}

/** Is it written as a date, right or wrong? */
export const isDate = (text: string): boolean => DATE.test(text);

/** Which part of a date there is no day with, in Go's words. */
export function outOfRange(text: string): "month" | "day" | "hour" | "minute" | "second" {
  const [, month = 0, day = 0, hours = 0, minutes = 0] = (text.match(/\d+/g) ?? []).map(Number);
  if (month < 1 || month > 12) return "month";
  if (day < 1 || day > 31) return "day";
  return hours > 23 ? "hour" : minutes > 59 ? "minute" : "second";
}

function dateTime(text: string, zone: string | undefined): number | undefined {
  const [date = "", time = ""] = (zone === undefined ? text : text.slice(0, -zone.length)).split("T");
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hours > 23 || minutes > 59) return undefined;
  const [, sign, zoneHours = "0", zoneMinutes = "0"] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? "") ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return (
    daysSince1970(year, month, day) * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 - offset
  );
}

/** Of a date of the Gregorian calendar: leap years from March on. */
function daysSince1970(year: number, month: number, day: number): number {
  const [y, m] = month < 3 ? [year - 1, month + 9] : [year, month - 3];
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leaps + Math.floor((m * 153 + 2) / 5) + day - 1 - 719_468;
}
