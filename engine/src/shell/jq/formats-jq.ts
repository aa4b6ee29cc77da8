import { bytesOf, textOf } from "../text/bytes-text.ts";
import { toBase64 } from "../../core/base64.ts";
import { encode } from "../../core/bytes.ts";
import { isArray, type Json } from "./json.ts";
import { described, JqError, textOfValue } from "./paths-jq.ts";
import { compactJson, numberText } from "./write-json.ts";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(text: string, value: Json): string {
  const bytes: number[] = [];
  let word = 0;
  let bits = 0;
  for (const sign of text.replace(/=+$/, "")) {
    const digit = BASE64.indexOf(sign);
    if (digit < 0) throw new JqError(`${described(value)} is not valid base64 data`);
    word = ((word << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits >= 8) bytes.push((word >> (bits -= 8)) & 0xff);
  }
  if (text !== "" && bytes.length === 0) throw new JqError(`${described(value)} is not valid base64 data`);
  return textOf(Uint8Array.from(bytes)).replaceAll(/[\udc80-\udcff]/g, "\ufffd");
}

/** A row of @csv, @tsv or @sh. */
function row(value: Json, name: string, between: string, one: (item: Json) => string | undefined): string {
  const kind = { csv: "csv-formatted", tsv: "tsv-formatted" }[name];
  if (!isArray(value)) throw new JqError(`${described(value)} cannot be ${kind ?? ""}, only array`);
  return value
    .map((item) => {
      const text = one(item);
      if (text === undefined) throw new JqError(`${described(item)} is not valid in a csv row`);
      return text;
    })
    .join(between);
}

const HTML: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "'": "&#39;",
  '"': "&quot;",
};
const TSV: Readonly<Record<string, string>> = { "\t": "\\t", "\r": "\\r", "\n": "\\n", "\\": "\\\\" };

const plainItem = (item: Json): string | undefined => {
  if (item === null) return "";
  return typeof item === "boolean" ? String(item) : typeof item === "number" ? numberText(item) : undefined;
};

function shellWord(value: Json): string {
  if (typeof value === "string") return `'${value.replaceAll("'", "'\\''")}'`;
  if (typeof value === "object" && value !== null)
    throw new JqError(`${described(value)} can not be escaped for shell`);
  return compactJson(value);
}

/** `@name` of a value. @throws {JqError} where it cannot be written so, or no such format is known */
export function format(name: string, value: Json): string {
  const text = textOfValue(value);
  switch (name) {
    case "@text":
      return text;
    case "@json":
      return compactJson(value);
    case "@html":
      return text.replaceAll(/[<>&'"]/g, (sign) => HTML[sign] ?? sign);
    case "@uri":
      return text.replaceAll(/[^A-Za-z0-9._~-]/gu, (sign) =>
        Array.from(encode(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
      );
    case "@sh":
      return (isArray(value) ? value : [value]).map(shellWord).join(" ");
    case "@base64":
      return toBase64(bytesOf(text));
    case "@base64d":
      return fromBase64(text, value);
    case "@csv":
      return row(value, "csv", ",", (item) =>
        typeof item === "string" ? `"${item.replaceAll('"', '""')}"` : plainItem(item),
      );
    case "@tsv":
      return row(value, "tsv", "\t", (item) =>
        typeof item === "string"
          ? item.replaceAll(/[\t\r\n\\]/g, (sign) => TSV[sign] ?? sign)
          : plainItem(item),
      );
    default:
      throw new JqError(`${name.slice(1)} is not a valid format`);
  }
}
