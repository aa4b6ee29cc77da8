import { satisfiesClause } from "./version.ts";

/** One requirement (PEP 508) without a URL. */
export interface Requirement {
  /** As written. */
  readonly name: string;
  /** Lower case, runs of `-_.` as one dash (PEP 503). */
  readonly key: string;
  readonly extras: readonly string[];
  readonly clauses: readonly { readonly operator: string; readonly version: string }[];
  /** The condition after `;`, unread. */
  readonly marker: string;
  /** `flask>=2,<4` as pip repeats it: clauses sorted, without the marker. */
  readonly text: string;
}

/** What markers can ask of a Python. */
export type MarkerNames = Readonly<Record<string, string>>;

export const canonicalName = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");

const known = new Map<string, Requirement>();

/** The same few hundred lines of METADATA are read at every install; what a learner types may not fill the memory. */
const KNOWN = { lines: 2_000, length: 200 } as const;

/** @returns undefined where the text is not a requirement by name. */
export function parseRequirement(source: string): Requirement | undefined {
  const before = known.get(source);
  if (before) return before;
  const requirement = readRequirement(source);
  if (requirement && known.size < KNOWN.lines && source.length <= KNOWN.length)
    known.set(source, requirement);
  return requirement;
}

function readRequirement(source: string): Requirement | undefined {
  const semicolon = source.indexOf(";");
  const head = (semicolon < 0 ? source : source.slice(0, semicolon)).trim();
  const match = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*\(?([^()]*)\)?$/.exec(
    head,
  );
  if (!match) return undefined;
  const [, name = "", extras = "", specifier = ""] = match;
  const clauses: { operator: string; version: string }[] = [];
  for (const part of specifier.split(",")) {
    if (part.trim() === "") continue;
    const clause = /^\s*(===|[<>=!~]=|[<>])\s*([A-Za-z0-9.*+!_-]+)\s*$/.exec(part);
    if (!clause) return undefined;
    clauses.push({ operator: clause[1] ?? "", version: clause[2] ?? "" });
  }
  const list = extras
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const shown = clauses
    .map(({ operator, version }) => operator + version)
    .sort()
    .join(",");
  return {
    name,
    key: canonicalName(name),
    extras: list,
    clauses,
    marker: semicolon < 0 ? "" : source.slice(semicolon + 1).trim(),
    text: `${name}${list.length > 0 ? `[${list.join(",")}]` : ""}${shown}`,
  };
}

export const satisfies = (version: string, { clauses }: Requirement): boolean =>
  clauses.every(({ operator, version: wanted }) => satisfiesClause(version, operator, wanted));

/** Is the condition true here? `and` binds before `or`; what cannot be read counts as true, as a wheel that asks for more. */
export function markerHolds(marker: string, names: MarkerNames): boolean {
  if (marker === "") return true;
  const tokens = marker.match(/'[^']*'|"[^"]*"|\(|\)|[A-Za-z_.]+|[<>=!~]=?=?/g) ?? [];
  let at = 0;
  const value = (): string => {
    const token = tokens[at++] ?? "";
    return /^['"]/.test(token) ? token.slice(1, -1) : (names[token] ?? "");
  };
  const comparison = (): boolean => {
    if (tokens[at] === "(") {
      at++;
      const inner = either();
      at++;
      return inner;
    }
    const versionLike = (tokens[at] ?? "").endsWith("version");
    const left = value();
    const operator = tokens[at++] ?? "";
    if (operator === "in") return value().includes(left);
    if (operator === "not") {
      at++;
      return !value().includes(left);
    }
    const right = value();
    if (versionLike) return satisfiesClause(left, operator, right);
    return operator === "!=" ? left !== right : left === right;
  };
  const both = (): boolean => {
    let result = comparison();
    while (tokens[at] === "and") {
      at++;
      const next = comparison();
      result = result && next;
    }
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (tokens[at] === "or") {
      at++;
      const next = both();
      result = result || next;
    }
    return result;
  };
  return either();
}
