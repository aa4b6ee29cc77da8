import { sortedKeys } from "./compare-json.ts";
import { isArray, isObject, type Json } from "./json.ts";

export interface JsonStyle {
  /** One level of indentation; empty: all on one line. */
  readonly indent: string;
  readonly sortKeys?: boolean | undefined;
  /** Characters beyond ASCII as `\uXXXX`. */
  readonly ascii?: boolean | undefined;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\b": "\\b",
  "\f": "\\f",
};
const escape = (unit: string): string =>
  SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

const quoted = (text: string, ascii = false): string =>
  `"${text
    // eslint-disable-next-line no-control-regex
    .replaceAll(/["\\\u0000-\u001f\u007f]/g, (unit) => escape(unit))
    .replaceAll(/[\u0080-\uffff]/g, (unit) => (ascii ? escape(unit) : unit))}"`;

/** A number with as few digits as tell it apart, from 1e+17 on (and below 1e-4) with an exponent (jv_dtoa.c, freedtoa's format). */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "null";
  if (!Number.isFinite(value)) return value > 0 ? "1.7976931348623157e+308" : "-1.7976931348623157e+308";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(exponent) + 1;
  const sign = value < 0 ? "-" : "";
  if (point <= -5 || point > digits.length + 15) {
    const power = point - 1;
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${sign}${digits[0] ?? ""}${fraction}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length
    ? sign + digits.padEnd(point, "0")
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A value as jq prints it. */
export function writeJson(value: Json, style: JsonStyle, level = 0): string {
  if (typeof value === "string") return quoted(value, style.ascii);
  if (typeof value === "number") return numberText(value);
  if (value === null || typeof value === "boolean") return String(value);
  const parts = isArray(value)
    ? value.map((item) => writeJson(item, style, level + 1))
    : (style.sortKeys ? sortedKeys(value) : Array.from(value.keys())).map(
        (key) =>
          `${quoted(key, style.ascii)}:${style.indent === "" ? "" : " "}${writeJson(value.get(key) ?? null, style, level + 1)}`,
      );
  const [open, close] = isObject(value) ? "{}" : "[]";
  if (parts.length === 0) return `${open}${close}`;
  if (style.indent === "") return `${open}${parts.join(",")}${close}`;
  const inner = `\n${style.indent.repeat(level + 1)}`;
  return `${open}${inner}${parts.join(`,${inner}`)}\n${style.indent.repeat(level)}${close}`;
}

/** On one line: `tojson`, messages, `@json`. */
export const compactJson = (value: Json): string => writeJson(value, { indent: "" });
