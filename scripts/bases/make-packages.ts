/**
 * Makes the package catalogues engine/bases/packages/*.json from the facts beside it.
 *
 *   node scripts/bases/make-packages.ts
 *
 * pip: rows of `PipRow` (engine/src/shell/packages/python/wheel-catalogue.ts). apt: rows of `AptRow`
 * (engine/src/shell/packages/apt/apt-catalogue.ts), with each relation resolved to the package that apt itself chose. What
 * only a huge package would pull in with its recommends (over 200 packages) is left out: installing that is told as unknown.
 */
import { compareDebianVersions } from "../../engine/src/shell/packages/dpkg/compare-debian-versions.ts";
import { addAlternatives } from "./alternatives.ts";
import { npmCatalogue } from "./npm-catalogue.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const here = (path: string): string => new URL(path, import.meta.url).pathname;
const fact = (name: string): unknown => JSON.parse(readFileSync(here(`facts/${name}.json`), "utf8"));
const write = (name: string, value: unknown): void =>
  writeFileSync(here(`../../engine/bases/packages/${name}.json`), `${JSON.stringify(value)}\n`);

interface Wheel {
  name: string;
  version: string;
  file: string;
  bytes: number;
  metadata: number;
  info: string;
  requires: string[];
  top: Record<string, [number, number]>;
  scripts: string[];
  byteCode: number;
  measured: boolean;
  summary: string;
  home: string;
  author: string;
  license: string;
}
interface OlderWheel extends Omit<Wheel, "file" | "info" | "measured"> {
  stem: string;
  tags: string;
  extras: string[];
}
const { source, wheels } = fact("wheels") as {
  source: string;
  wheels: Record<string, Wheel>;
};
const older = fact("wheels-older") as { source: string; wheels: OlderWheel[] };
const canonical = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");
const versionsOf = new Map<string, OlderWheel[]>();
for (const it of older.wheels)
  versionsOf.set(canonical(it.name), [...(versionsOf.get(canonical(it.name)) ?? []), it]);

const compact = (text: string): string =>
  text.replaceAll(/\s*([<>=!~]=?|[;,()])\s*/g, "$1").replaceAll('"', "'");
const topOf = (top: Wheel["top"]): string =>
  Object.entries(top)
    .map(([name, [files, bytes]]) => `${name}:${files},${bytes}`)
    .join(" ");
const held = (requirement: string): boolean => {
  const name = canonical(/^[\w.-]+/.exec(requirement)?.[0] ?? "");
  return name in wheels || versionsOf.has(name);
};
const extraOf = (requirement: string): string | undefined => /extra ?== ?["']([^"']+)/.exec(requirement)?.[1];
/** Requirements without those of an extra that needs what the catalogue lacks: such an extra gets a question mark. */
const withExtras = ({ requires, extras }: OlderWheel): [requires: string[], extras: string] => {
  const lacking = new Set(requires.flatMap((it) => (held(it) ? [] : (extraOf(it) ?? []))).map(canonical));
  return [
    requires
      .filter((it) => {
        const extra = extraOf(it);
        return extra === undefined
          ? !/python_version ?< ?["']3\.(?:[0-8]|10)?["']/.test(it) || held(it)
          : !lacking.has(canonical(extra));
      })
      .map(compact),
    extras
      .map(
        (extra) =>
          `${canonical(extra.replace("?", ""))}${extra.endsWith("?") || lacking.has(canonical(extra)) ? "?" : ""}`,
      )
      .join(" "),
  ];
};
/** Debian takes the certificates out of certifi and the mathematics out of numpy: their sizes are those of the newest. */
const SIZES_OF_NEWEST = new Set(["certifi", "numpy"]);

const { names: absent } = fact("pip-absent") as { names: Record<string, string> };
write("pip", {
  source: `${source}; older versions: ${older.source}`,
  absent: Object.keys(absent),
  wheels: Object.entries(wheels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, it]) => {
      const same = versionsOf.get(key)?.find(({ version }) => version === it.version);
      const [requires, extras] = same ? withExtras(same) : [it.requires.map(compact)];
      return [
        it.name,
        it.version,
        it.file.slice(it.file.indexOf(`-${it.version}-`) + it.version.length + 2, -4),
        it.file.slice(0, it.file.indexOf(`-${it.version}-`)),
        it.bytes,
        it.metadata,
        requires,
        topOf(it.top),
        it.scripts.join(" "),
        it.byteCode,
        it.summary,
        it.license,
        it.author,
        it.home,
        ...(extras === undefined ? [] : [extras]),
      ];
    }),
  // Sizes of these are estimates: see read-debs.ts.
  older: [...versionsOf.values()].flat().flatMap((it) => {
    const newest = wheels[canonical(it.name)];
    if (newest?.version === it.version) return [];
    const sizes = newest && SIZES_OF_NEWEST.has(canonical(it.name)) ? newest : it;
    const [requires, extras] = withExtras(it);
    return [
      [
        it.name,
        it.version,
        it.tags === "py3-none-any" ? "" : it.tags,
        it.stem === it.name ? "" : it.stem,
        sizes.bytes,
        it.metadata,
        requires,
        topOf(sizes.top),
        it.scripts.filter((script) => !script.startsWith("f2py3")).join(" "),
        sizes.byteCode,
        ...(newest ? ["", "", "", ""] : [it.summary, it.license, it.author, it.home]),
        extras,
      ],
    ];
  }),
});

interface AptFact {
  version: string;
  origin: string;
  versions: string;
  architecture: string;
  stanzas?: string;
  installedKiB: number;
  download: number;
  section: string;
  depends: string;
  recommends: string;
  provides: string;
  suggests: string;
  multiArch: string;
  summary: string;
}
const alternatives = (text: string): string[][] =>
  text
    .split(",")
    .map((group) =>
      group
        .split("|")
        .map((one) => one.trim().replace(/[ (:].*$/, ""))
        .filter(Boolean),
    )
    .filter((group) => group.length > 0);

/** Does a version meet a relation of Debian's? */
const holds = (version: string, operator: string, wanted: string): boolean => {
  const order = operator === "" ? 0 : compareDebianVersions(version, wanted);
  return (
    { "": true, "<<": order < 0, "<=": order <= 0, "=": order === 0, ">=": order >= 0, ">>": order > 0 }[
      operator
    ] === true
  );
};

const { source: textsFrom, texts: textsOf } = fact("apt-texts") as {
  source: string;
  texts: Record<string, Record<string, Record<string, string>>>;
};

for (const suite of ["trixie", "bookworm", "noble"]) {
  const {
    source: read,
    upgrades,
    requested,
    packages,
    providers,
  } = fact(`apt-${suite}`) as {
    source: string;
    upgrades: string[];
    requested: Record<string, { without: string[] | string; with: string[] | string }>;
    packages: Record<string, AptFact>;
    providers: Record<string, string[]>;
  };
  /** What the base has, by name with its version. */
  const base = new Map(
    (fact(`rootfs-${suite}`) as { packages: string[] }).packages.map((row) => {
      const [name = "", version = ""] = row.split("|");
      return [name, version];
    }),
  );
  const keep = new Set<string>(base.keys());
  for (const lists of Object.values(requested)) {
    for (const list of [lists.without, lists.with]) {
      if (typeof list !== "string" && list.length <= (suite === "noble" ? 110 : 100))
        for (const name of list) keep.add(name);
    }
  }
  const provider = new Map<string, string[]>();
  for (const [name, { provides }] of Object.entries(packages)) {
    for (const [virtual = ""] of alternatives(provides))
      provider.set(virtual, [...(provider.get(virtual) ?? []), name]);
  }
  /** Those of a relation that the union holds, as apt chose; undefined where the base satisfies it already. */
  const choose = (group: readonly string[], strict: boolean): string | undefined => {
    // A library of the 64-bit time transition provides its old name too.
    if (group.some((name) => base.has(name) || base.has(`${name}t64`))) return undefined;
    const found =
      group.find((name) => packages[name]) ?? group.flatMap((name) => provider.get(name) ?? [])[0];
    if (found !== undefined && base.has(found)) return undefined;
    return found ?? (strict ? undefined : `?${group[0]}`);
  };
  const names = [...keep].sort();
  const index = new Map(names.map((name, at) => [name, at]));
  const refer = (text: string, strict: boolean): (number | string)[] => {
    const out: (number | string)[] = [];
    const groups = alternatives(text);
    const sure = new Set(groups.flatMap((group) => (group.length === 1 ? group : [])));
    for (const group of groups) {
      // What is asked for beside it may be, or provide, one of several choices.
      const met = group.some((name) => (provider.get(name) ?? [name]).some((one) => sure.has(one)));
      if (group.length > 1 && met) continue;
      const name = choose(group, strict);
      if (name !== undefined) out.push(index.get(name) ?? name);
    }
    return [...new Set(out)];
  };
  /** Packages of the base that are too old for a relation: `libc6 (>= 2.41-12)`. */
  const liftsOf = (text: string): number[] =>
    text.split(",").flatMap((group) => {
      const choices = group
        .split("|")
        .map((one) => /^\s*([^\s(:]+)(?::\w+)?\s*(?:\((\S+) ([^)]+)\))?/.exec(one));
      const met = choices.some((choice) => {
        const [, name = "", operator = "", version = ""] = choice ?? [];
        const here = base.get(name);
        return here !== undefined ? holds(here, operator, version) : packages[name] !== undefined;
      });
      const name = choices.find((choice) => base.has(choice?.[1] ?? ""))?.[1];
      return met || name === undefined ? [] : (index.get(name) ?? []);
    });
  const rows = names.map((name) => {
    const it = packages[name];
    if (!it) throw new Error(name);
    const parts = it.versions.split(" ")[0]?.split("@")[1] ?? "m";
    const origin = parts.startsWith("m") ? "" : (parts[0] ?? "");
    const all = it.architecture === "all" ? "a" : it.multiArch === "same" ? "m" : "";
    const lifts = liftsOf(it.depends);
    const plain = it.versions === `${it.version}@${origin || "m"}`;
    return [
      name,
      it.version,
      it.installedKiB,
      it.download,
      it.section,
      origin + all,
      refer(it.depends, true),
      refer(it.recommends, false),
      it.summary,
      alternatives(it.suggests)
        .map((group) => group.join(" | "))
        .join(" "),
      ...(plain && lifts.length === 0 ? [] : [plain ? "" : it.versions]),
      ...(lifts.length === 0 ? [] : [lifts]),
    ];
  });
  const programs = existsSync(here(`facts/apt-programs-${suite}.json`))
    ? fact<{ programs: Record<string, string[]> }>(`apt-programs-${suite}`).programs
    : {};
  const { links } = fact(`apt-alternatives-${suite}`) as { links: Record<string, Record<string, string>> };
  addAlternatives(programs, links);
  write(`apt-${suite}`, {
    source: read,
    suite,
    upgrades,
    rows,
    programs: Object.fromEntries(
      Object.entries(programs)
        .filter(([name]) => keep.has(name))
        .map(([name, list]) => [name, list.map((one) => one.replace(/^\/usr\/bin\//, "")).join(" ")]),
    ),
    sources: Object.fromEntries(
      Object.entries((fact(`apt-sources-${suite}`) as { sources: Record<string, string> }).sources).filter(
        ([name]) => keep.has(name),
      ),
    ),
    texts: Object.keys(textsOf[suite] ?? {}).filter((name) => keep.has(name)),
  });
  write(`apt-texts-${suite}`, { source: textsFrom, texts: textsOf[suite] });

  const linked = fact(`libraries-${suite}`) as {
    source: string;
    packages: Record<string, { programs: Record<string, string>; libraries: Record<string, string> }>;
  };
  const plain = (path: string): string => path.replace(/^\/usr\//, "/");
  write(`apt-libraries-${suite}`, {
    source: linked.source,
    programs: Object.fromEntries(
      Object.values(linked.packages).flatMap(({ programs: own }) =>
        Object.entries(own).map(([path, needs]) => [plain(path), needs]),
      ),
    ),
    libraries: Object.fromEntries(
      Object.entries(linked.packages).flatMap(([name, { libraries }]) =>
        Object.entries(libraries).map(([path, needs]) => [
          path.slice(path.lastIndexOf("/") + 1),
          [name, path.startsWith("/usr/") ? "/usr/lib" : "/lib", needs],
        ]),
      ),
    ),
  });

  write(`apt-stanzas-${suite}`, {
    source: read,
    stanzas: Object.fromEntries(
      names.flatMap((name) => (packages[name]?.stanzas ? [[name, packages[name].stanzas]] : [])),
    ),
    providers,
  });

  const closure = (name: string, recommends: boolean): Set<string> => {
    const seen = new Set<string>();
    const todo = [name];
    while (todo.length > 0) {
      const at = todo.pop() ?? "";
      const row = rows[index.get(at) ?? -1];
      if (seen.has(at) || !row) continue;
      seen.add(at);
      for (const next of [
        ...(row[6] as (number | string)[]),
        ...(recommends ? (row[7] as (number | string)[]) : []),
      ]) {
        todo.push(typeof next === "number" ? (names[next] ?? "") : next);
      }
    }
    return seen;
  };
  let equal = 0;
  for (const [name, { without }] of Object.entries(requested)) {
    if (typeof without === "string" || !index.has(name)) continue;
    const mine = closure(name, false);
    const [more, less] = [
      [...mine].filter((it) => !without.includes(it)),
      without.filter((it) => !mine.has(it)),
    ];
    if (more.length + less.length === 0) equal += 1;
    else process.stderr.write(`${suite} ${name}: more ${more.join(" ")}; less ${less.join(" ")}\n`);
  }
  process.stderr.write(`${suite}: ${rows.length} packages, closures equal to apt's: ${equal}\n`);
}

const { source: hashed, files: hashes } = fact("wheel-hashes") as {
  source: string;
  files: Record<string, readonly [sha256: string, blake2: string]>;
};
write("pip-hashes", { source: hashed, files: hashes });

const estimates = fact("apk-estimates") as {
  source: string;
  offers: Record<string, readonly [bytes: number, programs: string]>;
  absent: Record<string, string>;
  atLeast: { versions: Record<string, string> };
};
write("apk", {
  source: `estimates: ${estimates.source}`,
  offers: estimates.offers,
  absent: Object.keys(estimates.absent),
  atLeast: estimates.atLeast.versions,
});

write(
  "npm",
  npmCatalogue(
    fact("npm-trees") as Parameters<typeof npmCatalogue>[0],
    (fact("packages") as { npm: Parameters<typeof npmCatalogue>[1] }).npm,
    (fact("npm-caches") as { trees: Record<string, readonly number[]> }).trees,
  ),
);
