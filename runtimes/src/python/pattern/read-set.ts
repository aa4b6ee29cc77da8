import { category } from "./categories.ts";
import { FLAGS } from "./flags.ts";
import { cases } from "./fold.ts";
import type { PatternReader } from "./pattern-reader.ts";
import { readSetEscape } from "./read-escape.ts";

type Member = { readonly code: number } | { readonly has: (code: number) => boolean };

function readMember(reader: PatternReader, token: string, ascii: boolean, bytes: boolean): Member {
  if (!token.startsWith("\\")) return { code: token.codePointAt(0) ?? 0 };
  const has = category(token.slice(1), ascii);
  return has ? { has } : { code: readSetEscape(reader, token, bytes) };
}

/** What stands between brackets, whose `[` has been taken. @returns what it takes */
export function readSet(reader: PatternReader, flags: number, bytes: boolean): (code: number) => boolean {
  const start = reader.place - 1;
  const ascii = bytes || (flags & FLAGS.a) !== 0;
  const next = (): string => {
    const token = reader.get();
    if (token === null) throw reader.problem("unterminated character set", reader.place - start);
    return token;
  };
  const tests: ((code: number) => boolean)[] = [];
  const ranges: [number, number][] = [];
  const add = (member: Member): void => {
    if ("has" in member) tests.push(member.has);
    else ranges.push([member.code, member.code]);
  };
  const negative = reader.take("^");
  for (let first = true; ; first = false) {
    const token = next();
    if (token === "]" && !first) break;
    const member = readMember(reader, token, ascii, bytes);
    if (!reader.take("-")) {
      add(member);
      continue;
    }
    const end = next();
    if (end === "]") {
      add(member);
      ranges.push([45, 45]);
      break;
    }
    const last = readMember(reader, end, ascii, bytes);
    // The words tell the tokens as they were taken first, without the digits of an escape.
    const told = `bad character range ${token}-${end}`;
    const back = token.length + 1 + end.length;
    if ("has" in member || "has" in last) throw reader.problem(told, back);
    if (last.code < member.code) throw reader.problem(told, back);
    ranges.push([member.code, last.code]);
  }
  const plain = (code: number): boolean =>
    ranges.some(([low, high]) => code >= low && code <= high) || tests.some((has) => has(code));
  const has =
    flags & FLAGS.i ? (code: number): boolean => cases(code, ascii).some((one) => plain(one)) : plain;
  const known = Array.from({ length: 128 }, (_, code) => has(code) !== negative);
  return (code) => known[code] ?? has(code) !== negative;
}
