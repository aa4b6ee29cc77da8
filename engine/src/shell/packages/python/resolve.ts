import { notSimulated } from "../../../core/engine-error.ts";
import type { Candidate, LocalWheel } from "./candidate.ts";
import { type Cause, conflictWords } from "./conflict-words.ts";
import type { Installed } from "./installed.ts";
import { possibleVersion } from "./possible-version.ts";
import { preference, preferred } from "./preference.ts";
import {
  canonicalName,
  markerHolds,
  type MarkerNames,
  parseRequirement,
  type Requirement,
  satisfies,
} from "./requirement.ts";
import { compareVersions } from "./version.ts";
import { findWheels, isAbsent, type Wheel } from "./wheel-catalogue.ts";

/** One thing that was asked for, and by whom: `(from flask->-r requirements.txt (line 1))`. */
export interface Wanted {
  readonly requirement: Requirement;
  readonly from: string;
  readonly asked: boolean;
  /** The wheel itself, where a file was named. */
  readonly local?: LocalWheel;
}

/** What the resolver came to, in the order in which pip tells it. */
export type Step =
  | {
      readonly kind: "collect";
      readonly wanted: Wanted;
      readonly wheel: Wheel;
      readonly path?: string | undefined;
    }
  | {
      readonly kind: "missing";
      readonly wanted: Wanted;
      readonly versions: readonly string[];
    }
  | {
      readonly kind: "satisfied";
      readonly wanted: Wanted;
      readonly installed: Installed;
    }
  | { readonly kind: "warning"; readonly text: string }
  | { readonly kind: "looking"; readonly text: string }
  | {
      readonly kind: "conflict";
      readonly error: string;
      readonly information: readonly string[];
    };

export interface ResolveOptions {
  readonly upgrade: boolean;
  /** Upgrade what is only needed too (`--upgrade-strategy eager`). */
  readonly eager?: boolean;
  readonly noDependencies: boolean;
  readonly force: boolean;
  /** Files of wheels by canonical name (`--find-links`). */
  readonly local?: ReadonlyMap<string, readonly LocalWheel[]>;
  /** Nothing but those (`--no-index`). */
  readonly onlyLocal?: boolean;
  readonly constraints?: readonly Requirement[];
}

export interface Resolution {
  readonly steps: readonly Step[];
  /** What is to be installed, in the order in which pip downloads it. */
  readonly wheels: readonly {
    readonly wheel: Wheel;
    readonly wanted: Wanted;
    readonly path?: string | undefined;
  }[];
  readonly edges: ReadonlyMap<string, readonly string[]>;
}

/** What is asked of one package so far. */
interface Criterion {
  readonly wanted: readonly {
    readonly wanted: Wanted;
    readonly parent?: Cause["parent"];
    readonly at: number;
  }[];
  readonly candidates: readonly Candidate[];
}

interface State {
  readonly criteria: ReadonlyMap<string, Criterion>;
  readonly pins: ReadonlyMap<string, Candidate>;
}

/** More trials than any catalogue of a few hundred versions needs. */
const ROUNDS = 2_000;
/** Number of refused versions of one package at which pip speaks (resolvelib/reporter.py). */
const PATIENCE: Readonly<Record<number, string>> = {
  1: "pip is looking at multiple versions of NAME to determine which version is compatible with other requirements. This could take a while.",
  8: "pip is still looking at multiple versions of NAME to determine which version is compatible with other requirements. This could take a while.",
  13: "This is taking longer than usual. You might need to provide the dependency resolver with stricter constraints to reduce runtime. See https://pip.pypa.io/warnings/backtracking for guidance. If you want to abort this run, press Ctrl + C.",
};

const lookUp = "look in the Python Package Index and install it if it is there";
class Missing {
  readonly wanted: Wanted;
  readonly versions: readonly string[];
  constructor(wanted: Wanted, versions: readonly string[]) {
    this.wanted = wanted;
    this.versions = versions;
  }
}

/**
 * Finds what to install as pip's resolver does: the newest version that all requirements allow, going back where one
 * turns out not to fit. It knows the versions of the catalogue and no others.
 *
 * @throws {EngineError} NOT_SIMULATED where an answer hangs on a package or version that the catalogue does not hold.
 */
export function resolve(
  roots: readonly Wanted[],
  installed: ReadonlyMap<string, Installed>,
  names: MarkerNames,
  options: ResolveOptions,
): Resolution {
  const steps: Step[] = [];
  const built = new Set<string>();
  const refused = new Map<string, number>();
  let causes: readonly Cause[] = [];
  let [rounds, count] = [0, 0];

  const limits = options.constraints ?? [];
  /** Packages of the index that no requirement pins: the real one holds more versions of them than the catalogue. */
  const open = new Set<string>();

  function candidatesFor(key: string, wanted: Criterion["wanted"]): Candidate[] {
    const first = wanted[0]?.wanted;
    if (!first) return [];
    const clauses = [
      ...wanted.flatMap(({ wanted: { requirement } }) => requirement.clauses),
      ...limits.filter((limit) => limit.key === key).flatMap((limit) => limit.clauses),
    ];
    const fits = (version: string): boolean => satisfies(version, { ...first.requirement, clauses });
    const named = wanted.find(({ wanted: { local } }) => local)?.wanted.local;
    const locals = named ? [named] : (options.local?.get(key) ?? []);
    const index = named || options.onlyLocal ? [] : findWheels(key);
    const all = candidatesOf(index, locals);
    const allowed = all.filter(({ version }) => fits(version));
    const free = index.length > 0 && !clauses.some(isPin);
    if (free) open.add(key);
    // Of versions that nobody pins, the catalogue can tell only which is the newest.
    const fitting = free
      ? allowed.filter(({ version, path }) => path !== undefined || version === index[0]?.version)
      : allowed;
    const present = options.force ? undefined : installed.get(key);
    const here = present && fits(present.version) ? present : undefined;
    if (here) {
      const mine = { version: here.version, installed: here };
      const asked = wanted.some(({ wanted: it }) => it.asked);
      const others = fitting.filter(({ version }) => compareVersions(version, here.version) !== 0);
      if (!options.upgrade || !(asked || options.eager)) return [mine, ...others];
      return [...others, mine].sort((a, b) => compareVersions(b.version, a.version));
    }
    if (fitting.length > 0 || !possibleVersion(clauses)) return fitting;
    if (named) return [];
    if (allowed.length > 0)
      throw notSimulated(
        `pip install ${wanted.at(-1)?.wanted.requirement.text ?? key}: the catalogue does not hold every version that could fit`,
        lookUp,
      );
    if (options.onlyLocal) {
      // Versions lie there, but not one that all allow: with one requirement alone pip tells what it found.
      if (wanted.length > 1 && all.length > 0) return [];
      throw new Missing(wanted.at(-1)?.wanted ?? first, all.map(({ version }) => version).reverse());
    }
    if (index.length === 0 && isAbsent(key)) throw new Missing(wanted.at(-1)?.wanted ?? first, []);
    const text = wanted.at(-1)?.wanted.requirement.text ?? key;
    throw notSimulated(
      index.length === 0
        ? `pip install ${text}: the package is not in Drydock's catalogue`
        : `pip install ${text}: no such version in Drydock's catalogue, which has only ${index.map(({ version }) => version).join(", ")}`,
      lookUp,
    );
  }

  /** The state with one requirement more, or what stands against it. */
  function merge(state: State, wanted: Wanted, parent?: Cause["parent"]): State | readonly Cause[] {
    const { key } = wanted.requirement;
    const before = state.criteria.get(key);
    const all = [...(before?.wanted ?? []), { wanted, parent, at: count++ }];
    const candidates = candidatesFor(key, all);
    const head = candidates[0];
    if (!head) {
      return all.map((it) => ({
        requirement: it.wanted.requirement,
        from: it.wanted.from,
        parent: it.parent,
      }));
    }
    build(head, all[0]?.wanted ?? wanted);
    const pin = state.pins.get(key);
    const pins = new Map(state.pins);
    if (pin && !candidates.some((it) => it.version === pin.version)) {
      return all.map((it) => ({
        requirement: it.wanted.requirement,
        from: it.wanted.from,
        parent: it.parent,
      }));
    }
    const known = new Set(before?.wanted.flatMap((it) => it.wanted.requirement.extras));
    // One more extra needs more: the package is looked at again.
    if (wanted.requirement.extras.some((extra) => !known.has(extra))) pins.delete(key);
    return {
      criteria: new Map(state.criteria).set(key, { wanted: all, candidates }),
      pins,
    };
  }

  /** pip looks into a candidate when it first considers it, and says so. */
  function build(candidate: Candidate, wanted: Wanted): void {
    const id = `${wanted.requirement.key} ${candidate.version}`;
    if (built.has(id)) return;
    built.add(id);
    if (candidate.installed) steps.push({ kind: "satisfied", wanted, installed: candidate.installed });
    else if (candidate.wheel)
      steps.push({
        kind: "collect",
        wanted,
        wheel: candidate.wheel,
        path: candidate.path,
      });
    else
      throw notSimulated(
        `pip install ${candidate.path ?? id}: a wheel that is not in Drydock's catalogue`,
        "unpack it",
      );
  }

  function dependencies(criterion: Criterion, candidate: Candidate): Requirement[] {
    if (options.noDependencies) return [];
    const first = criterion.wanted[0]?.wanted;
    const extras = [...new Set(criterion.wanted.flatMap(({ wanted }) => wanted.requirement.extras))].map(
      canonicalName,
    );
    const name = first?.requirement.name ?? "";
    const known = candidate.wheel ?? findWheels(name).find(({ version }) => version === candidate.version);
    const valid = extras.filter((extra) => {
      if (!known?.extras || known.extras.includes(`${extra}?`)) {
        throw notSimulated(
          `pip install ${name}[${extra}]: what this extra needs is not in Drydock's catalogue`,
          "install the package with that extra",
        );
      }
      if (known.extras.includes(extra)) return true;
      const text = `WARNING: ${known.name} ${known.version} does not provide the extra '${extra}'`;
      if (!built.has(text)) steps.push({ kind: "warning", text });
      built.add(text);
      return false;
    });
    const requires = candidate.wheel?.requires ?? candidate.installed?.fields.get("requires-dist") ?? [];
    return requires.flatMap((text) => {
      const requirement = parseRequirement(text);
      const holds =
        requirement && ["", ...valid].some((extra) => markerHolds(requirement.marker, { ...names, extra }));
      return requirement && holds ? [requirement] : [];
    });
  }

  function solve(state: State): State | undefined {
    if (++rounds > ROUNDS)
      throw notSimulated("resolving these requirements", "try more combinations of versions");
    let best: { key: string; criterion: Criterion; rank: (number | string)[] } | undefined;
    for (const [key, criterion] of state.criteria) {
      if (state.pins.has(key)) continue;
      const rank = preference(key, criterion.wanted);
      if (!best || preferred(rank, best.rank)) best = { key, criterion, rank };
    }
    if (!best) return state;
    const { key, criterion } = best;
    const first = criterion.wanted[0]?.wanted;
    if (!first) return undefined;
    let against: Cause[] = [];
    for (const candidate of criterion.candidates) {
      build(candidate, first);
      const parent = {
        name: first.requirement.name,
        version: candidate.version,
        from: first.from,
        asked: first.asked,
      };
      const from = `${first.requirement.text}${first.from ? `->${first.from}` : ""}`;
      const required = dependencies(criterion, candidate);
      let next: State | readonly Cause[] = {
        criteria: state.criteria,
        pins: new Map(state.pins).set(key, candidate),
      };
      for (const requirement of required) {
        next = merge(next, { requirement, from, asked: false }, parent);
        if (!("pins" in next)) break;
      }
      if (!("pins" in next)) {
        against = [...against, ...next];
        causes = against;
        const times = (refused.get(key) ?? 0) + 1;
        refused.set(key, times);
        const words = PATIENCE[times];
        if (words)
          steps.push({
            kind: "looking",
            text: `INFO: ${words.replace("NAME", key)}`,
          });
        continue;
      }
      const done = solve(next);
      if (done) return done;
      // Another version helps only where this one had a part in the conflict.
      const involved = new Set(
        causes.flatMap((it) => [it.requirement.key, ...(it.parent ? [canonicalName(it.parent.name)] : [])]),
      );
      if (!required.some((it) => involved.has(it.key))) return undefined;
      against = [...causes];
    }
    return undefined;
  }

  const failed = (): Resolution => {
    const other = causes.find(({ parent }) => parent && open.has(canonicalName(parent.name)))?.parent;
    if (other)
      throw notSimulated(
        "resolving these requirements",
        `try older versions of ${other.name} than Drydock's catalogue holds`,
      );
    steps.push({ kind: "conflict", ...conflictWords(causes, limits) });
    return { steps, wheels: [], edges: new Map() };
  };
  try {
    let state: State = { criteria: new Map(), pins: new Map() };
    for (const root of roots) {
      const next = merge(state, root);
      if (!("pins" in next)) {
        causes = next;
        return failed();
      }
      state = next;
    }
    const done = solve(state);
    return done ? resolved(steps, done, dependencies) : failed();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    steps.push({
      kind: "missing",
      wanted: error.wanted,
      versions: error.versions,
    });
    return { steps, wheels: [], edges: new Map() };
  }
}

const indexed = new WeakMap<readonly Wheel[], readonly Candidate[]>();

/** Wheels of the index and files at hand, the newest first; of one version the file counts. */
function candidatesOf(index: readonly Wheel[], locals: readonly LocalWheel[]): readonly Candidate[] {
  const fromIndex = indexed.get(index) ?? index.map((wheel) => ({ version: wheel.version, wheel }));
  indexed.set(index, fromIndex);
  if (locals.length === 0) return fromIndex;
  const hidden = ({ version }: Candidate): boolean =>
    locals.some((it) => compareVersions(it.version, version) === 0);
  return [
    ...locals.map(({ version, wheel, path }) => ({ version, wheel, path })),
    ...fromIndex.filter((candidate) => !hidden(candidate)),
  ].sort((a, b) => compareVersions(b.version, a.version));
}

const isPin = ({ operator, version }: Requirement["clauses"][number]): boolean =>
  operator === "===" || (operator === "==" && !version.endsWith(".*"));

function resolved(
  steps: readonly Step[],
  state: State,
  dependencies: (criterion: Criterion, candidate: Candidate) => readonly Requirement[],
): Resolution {
  const edges = new Map<string, string[]>();
  const wheels = [...state.pins].flatMap(([key, candidate]) => {
    const criterion = state.criteria.get(key);
    const wanted = criterion?.wanted[0]?.wanted;
    if (!criterion || !wanted) return [];
    edges.set(
      key,
      dependencies(criterion, candidate).map((it) => it.key),
    );
    const asked = criterion.wanted.some(({ wanted: it }) => it.asked);
    return candidate.wheel
      ? [
          {
            wheel: candidate.wheel,
            wanted: { ...wanted, asked },
            path: candidate.path,
          },
        ]
      : [];
  });
  return { steps, wheels, edges };
}
