import type { HostCall, Question } from "./host-call.ts";

const every =
  (pattern: RegExp) =>
  (text: string): boolean =>
    text !== "" && [...text].every((one) => pattern.test(one));
const cased = (text: string, good: (one: string) => string): boolean =>
  [...text].some((one) => one.toLowerCase() !== one.toUpperCase()) && good(text) === text;
/** What Python does not show as it is: Cc, Cf, Cs, Co, Cn, Zl, Zp, Zs but the space. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

const operations: Readonly<Record<string, (text: string, question: Question) => unknown>> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ"),
  capitalize(text) {
    const [first = "", ...rest] = text;
    const upper = first.toUpperCase();
    return upper.slice(0, 1) + upper.slice(1).toLowerCase() + rest.join("").toLowerCase();
  },
  isalpha: every(/\p{L}/u),
  isalnum: every(/[\p{L}\p{N}]/u),
  isdigit: every(/[\p{Nd}\u00B2\u00B3\u00B9\u2070-\u2079\u2080-\u2089]/u),
  isdecimal: every(/\p{Nd}/u),
  isnumeric: every(/\p{N}/u),
  isspace: every(/[\s\x1c-\x1f\x85]/u),
  isupper: (text) => cased(text, (one) => one.toUpperCase()),
  islower: (text) => cased(text, (one) => one.toLowerCase()),
  isprintable: (text) => !hidden.test(text),
  isidentifier: (text) => /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(text),
  printable: (text) => [...text].filter((one) => !hidden.test(one)).join(""),
  decode(text, question) {
    const bytes = Uint8Array.from(text, (one) => one.charCodeAt(0));
    const errors = question.text("errors");
    if (errors === "replace") return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
    const bad = firstBad(bytes);
    if (bad === null) return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
    if (errors === "ignore")
      return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replaceAll("\uFFFD", "") };
    const shown = `0x${(bytes[bad.at] ?? 0).toString(16).padStart(2, "0")}`;
    return { error: `'utf-8' codec can't decode byte ${shown} in position ${bad.at}: ${bad.why}` };
  },
};

/** Where UTF-8 breaks off, and how CPython calls it. */
function firstBad(bytes: Uint8Array): { at: number; why: string } | null {
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size === 0) return { at, why: "invalid start byte" };
    for (let i = 1; i < size; i++) {
      const next = bytes[at + i];
      if (next === undefined) return { at, why: "unexpected end of data" };
      const low = i === 1 ? ({ 0xe0: 0xa0, 0xf0: 0x90 }[lead] ?? 0x80) : 0x80;
      const high = i === 1 ? ({ 0xed: 0x9f, 0xf4: 0x8f }[lead] ?? 0xbf) : 0xbf;
      if (next < low || next > high) return { at, why: "invalid continuation byte" };
    }
    at += size;
  }
  return null;
}

/** `{operation, text}`: what Python's `str` knows of characters beyond ASCII. */
export const text: HostCall = {
  name: "text",
  answer(_caller, question) {
    const operation = operations[question.text("operation")];
    if (!operation) throw new Error(`no operation ${question.text("operation")}`);
    return operation(question.text("text"), question);
  },
};
