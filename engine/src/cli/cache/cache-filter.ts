import type { CacheRecord } from "../../daemon/cache/cache-records.ts";
import { parseDuration } from "../../dockerfile/duration.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { regex, RegexProblem } from "../../shell/regex/regex.ts";

/** Which records `--filter` means. */
export interface CacheFilter {
  readonly pass: (record: CacheRecord) => boolean;
  /** Milliseconds: `until` and `unused-for`. */
  readonly unusedFor: number;
}

/** A name, an operator and a value of containerd's filters (containerd pkg/filters/parser.go). */
const SELECTOR = /^([A-Za-z]\w*(?:\.\w+)*)(==|!=|~=)([\w!#$%&()*+\-./:;<>?@[\]^_`{}~]+|"[^"\\]*")$/;

/** What a record is to a filter: text, or for a yes or no nothing but whether it is there (moby/buildkit cache/manager.go, adaptUsageInfo). */
function fieldOf(record: CacheRecord, name: string): string | undefined {
  const there = (yes: boolean): string | undefined => (yes ? "" : undefined);
  switch (name.split(".")[0]) {
    case "id":
      return record.id;
    case "parents":
      return record.parent;
    case "description":
      return record.description;
    case "type":
      return record.type;
    case "mutable":
      return there(record.mutable);
    case "immutable":
      return there(!record.mutable);
    case "shared":
      return there(record.shared);
    case "private":
      return there(!record.shared);
    default:
      return undefined;
  }
}

function selector(text: string): ((record: CacheRecord) => boolean) | undefined {
  const [, name = "", operator, quoted = ""] = SELECTOR.exec(text) ?? [];
  if (operator === undefined) return undefined;
  const value = quoted.startsWith('"') ? quoted.slice(1, -1) : quoted;
  if (operator === "==") return (record) => fieldOf(record, name) === value;
  if (operator === "!=") return (record) => (fieldOf(record, name) ?? "") !== value;
  try {
    const pattern = regex(value, { extended: true, first: true });
    return (record) => pattern.exec(fieldOf(record, name) ?? "") !== undefined;
  } catch (error) {
    // What is no pattern matches nothing [measured on Docker 28.5.2].
    if (error instanceof RegexProblem) return () => false;
    throw error;
  }
}

/**
 * `--filter` of `docker buildx du` and `prune`, as buildx hands them on (docker/buildx, commands/prune.go, toBuildkitPruneInfo).
 *
 * @param failed what the error begins with where the engine cannot read one
 */
export function cacheFilter(
  filters: readonly string[],
  failed: (filters: string) => string,
): CacheFilter | string {
  const byName = new Map<string, string[]>();
  for (const filter of filters) {
    const at = filter.indexOf("=");
    const name = filter.slice(0, at);
    byName.set(name, [...(byName.get(name) ?? []), filter.slice(at + 1)]);
  }
  const durations = ["until", "unused-for"].filter((name) => byName.has(name));
  if (durations.length > 1) return 'conflicting filters "until" and "unused-for"';
  let unusedFor = 0;
  for (const name of durations) {
    const values = byName.get(name) ?? [];
    if (values.length > 1) return "filters expect only one value";
    const read = parseDuration(values[0] ?? "");
    if (typeof read !== "number")
      return `${JSON.stringify(name)} filter expects a duration (e.g., '24h'): ${read.error}`;
    unusedFor = read / 1e6;
    byName.delete(name);
  }
  if ([...byName.values()].some((values) => values.length > 1)) return "filters expect only one value";
  const texts = [...byName].map(([name, [value = ""]]) =>
    name === "id" ? `id~=${value}` : `${name}${/[!~]$/.test(name) ? "=" : "=="}${value}`,
  );
  const tests: ((record: CacheRecord) => boolean)[] = [];
  for (const text of texts) {
    const test = selector(text);
    if (test) {
      tests.push(test);
      continue;
    }
    const reason = problemOf(text);
    if (reason === undefined)
      throw notSimulated(`the filter ${text}`, "read it, or say what is wrong with it");
    return `${failed(texts.join(" "))}${reason}: invalid argument`;
  }
  return { pass: (record) => tests.every((test) => test(record)), unusedFor };
}

/** What containerd says of a filter that it cannot read, for the ways in which one is mistyped. */
function problemOf(text: string): string | undefined {
  const [, first = "", next = "", end = ""] = /^(\w+ )(\w)([^ ]*)$/.exec(text) ?? [];
  if (next !== "")
    return `filters: parse error: [${first} >|${next}|< ${end}]: expected an operator ("=="|"!="|"~=")`;
  const [, start = "", operator = "", value = ""] = /^(\w+)([=!~]+)(.*)$/s.exec(text) ?? [];
  if (start === "") return undefined;
  const say = (before: string, at: string, after: string, what: string): string =>
    `filters: parse error: [${before}${at === "" ? "" : ` >|${at}|< `}${after}]: ${what}`;
  if (operator.length > 2)
    return say(
      start,
      operator.charAt(0),
      text.slice(start.length + 1),
      `unsupported operator ${JSON.stringify(operator)}`,
    );
  if (value === "") return say(text, "", "", "expected value or quoted");
  const space = value.indexOf(" ");
  if (space > 0)
    return say(start + operator + value.slice(0, space), " ", value.slice(space + 1), "unexpected input:  ");
  return undefined;
}
