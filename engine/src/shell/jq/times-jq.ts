import { notSimulated } from "../../core/engine-error.ts";
import { civilTime, formatTime } from "../time/civil-time.ts";
import { isArray, type Json } from "./json.ts";
import { JqError } from "./paths-jq.ts";
import { arrayOf, numberOf } from "./values-jq.ts";
import { compactJson } from "./write-json.ts";

export function broken(seconds: number): Json {
  const t = civilTime(Math.floor(seconds));
  const second = t.second + (seconds - Math.floor(seconds));
  return [t.year, t.month - 1, t.day, t.hour, t.minute, second, t.weekday, t.yearDay];
}

export function seconds(value: Json, name: string): number {
  const parts = arrayOf(value, `${name} requires array of 6 numbers`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((one) => numberOf(one));
  const years = year - (month < 2 ? 1 : 0);
  const era = Math.floor(years / 400);
  const ofEra = years - era * 400;
  const ofYear = Math.floor((153 * ((month + 10) % 12) + 2) / 5) + day - 1;
  const days =
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
  return days * 86_400 + hour * 3600 + minute * 60 + Math.floor(second);
}

export function strftime(value: Json, pattern: Json): string {
  const parts = typeof value === "number" ? broken(value) : value;
  if (!isArray(parts)) throw new JqError("strftime/1 requires parsed datetime inputs");
  if (typeof pattern !== "string") throw new JqError("strftime/1 requires a string format");
  return formatTime(pattern, seconds(parts, "strftime/1"));
}

export function strptime(value: Json, pattern: Json): Json {
  if (typeof value !== "string") throw new JqError(`strptime/1 requires string inputs and arguments`);
  if (pattern !== "%Y-%m-%dT%H:%M:%SZ")
    throw notSimulated(`strptime of jq with ${compactJson(pattern)}`, "read the time");
  const [, ...read] = /^(\d{4})-(\d\d?)-(\d\d?)T(\d\d?):(\d\d?):(\d\d?)Z$/.exec(value) ?? [];
  if (read.length === 0)
    throw new JqError(`date ${JSON.stringify(value)} does not match format ${JSON.stringify(pattern)}`);
  const [year = 0, month = 1, ...rest] = read.map(Number);
  return broken(seconds([year, month - 1, ...rest], "mktime"));
}
