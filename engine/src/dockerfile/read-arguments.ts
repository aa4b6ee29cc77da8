import { goQuote } from "./go-quote.ts";
import type { Pair } from "./instruction.ts";
import { readJsonForm } from "./json-form.ts";
import { cutBlank, isSpace, splitBlanks, trimStart } from "./space.ts";
import { splitCommand } from "./split-command.ts";
import type { StatementArguments } from "./statement.ts";
import { splitWords } from "./words.ts";

type Reader = (rest: string, escape: string) => StatementArguments | { readonly error: string };

const MIXED = { error: "when using JSON array syntax, arrays must be comprised of strings only" };

const NO_PAIRS: readonly Pair[] = [];
const plain = (args: readonly string[]): StatementArguments => ({ args, json: false, pairs: NO_PAIRS });
const whole: Reader = (rest) => plain(rest === "" ? [] : [rest]);
const list: Reader = (rest) => plain(splitBlanks(rest));
const orJson =
  (otherwise: Reader): Reader =>
  (rest, escape) => {
    const json = readJsonForm(rest);
    if (json === "mixed") return MIXED;
    return json === undefined ? otherwise(rest, escape) : { args: json, json: true, pairs: NO_PAIRS };
  };
const wholeOrJson = orJson(whole);
const listOrJson = orJson(list);

/** `a=b c="d e"`, or the old form `a b c` where the first word has no `=`. */
const pairs =
  (keyword: string): Reader =>
  (rest, escape) => {
    const words = splitWords(rest, escape);
    const [first] = words;
    if (first === undefined) return plain([]);
    if (!first.includes("=")) {
      const cut = cutBlank(rest);
      if (cut === undefined) return { error: `${keyword} must have two arguments` };
      return { args: cut, json: false, pairs: [{ key: cut[0], value: cut[1], legacy: true }] };
    }
    const read: Pair[] = [];
    for (const word of words) {
      const at = word.indexOf("=");
      if (at < 0)
        return { error: `Syntax error - can't find = in ${goQuote(word)}. Must be of the form: name=value` };
      read.push({ key: word.slice(0, at), value: word.slice(at + 1), legacy: false });
    }
    return { args: words, json: false, pairs: read };
  };

const healthcheck: Reader = (rest, escape) => {
  let end = 0;
  while (end < rest.length && !isSpace(rest.charCodeAt(end))) end++;
  if (end === 0) return plain([]);
  const command = wholeOrJson(trimStart(rest.slice(end)), escape);
  return "error" in command ? command : { ...command, args: [rest.slice(0, end), ...command.args] };
};

/** The instruction inside is read for its form only; what it is shows when the trigger fires. */
const onbuild: Reader = (rest, escape) => {
  if (rest === "") return plain([]);
  const first = splitCommand(rest, escape);
  let inner = first;
  while (inner.keyword.toLowerCase() === "onbuild" && inner.rest !== "")
    inner = splitCommand(inner.rest, escape);
  const read = readArguments(inner.keyword, inner.rest, escape);
  return "error" in read ? read : { args: [first.keyword, ...read.args], json: read.json, pairs: NO_PAIRS };
};

const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    add: listOrJson,
    arg: (rest, escape) => plain(splitWords(rest, escape)),
    cmd: wholeOrJson,
    copy: listOrJson,
    entrypoint: wholeOrJson,
    env: pairs("ENV"),
    expose: list,
    from: list,
    healthcheck,
    label: pairs("LABEL"),
    maintainer: whole,
    onbuild,
    run: wholeOrJson,
    shell: wholeOrJson,
    stopsignal: whole,
    user: whole,
    volume: listOrJson,
    workdir: whole,
  }),
);

/** Parts what stands behind a keyword. An unknown keyword has no arguments here and fails later, as in BuildKit. */
export function readArguments(
  keyword: string,
  rest: string,
  escape: string,
): StatementArguments | { readonly error: string } {
  const reader = READERS.get(keyword.toLowerCase());
  return reader === undefined ? plain([]) : reader(rest, escape);
}
