import { notSimulated } from "../../../core/engine-error.ts";
import type { Installed } from "./installed.ts";
import {
  markerHolds,
  type MarkerNames,
  parseRequirement,
  type Requirement,
  satisfies,
} from "./requirement.ts";
import { findWheel, type Wheel } from "./wheel-catalogue.ts";

/** One thing that was asked for, and by whom: `(from flask->-r requirements.txt (line 1))`. */
export interface Wanted {
  readonly requirement: Requirement;
  readonly from: string;
  readonly asked: boolean;
  /** The wheel itself, where a file was named. */
  readonly path?: string;
}

/** What the resolver came to, in the order in which pip tells it. */
export type Step =
  | {
      readonly kind: "collect";
      readonly wanted: Wanted;
      readonly wheel: Wheel;
      readonly path?: string | undefined;
    }
  | { readonly kind: "missing"; readonly wanted: Wanted }
  | { readonly kind: "satisfied"; readonly wanted: Wanted; readonly installed: Installed }
  | { readonly kind: "conflict"; readonly words: readonly string[] };

export interface ResolveOptions {
  readonly upgrade: boolean;
  readonly noDependencies: boolean;
  readonly force: boolean;
  /** Files of wheels by canonical name (`--find-links`). */
  readonly local?: ReadonlyMap<string, string>;
  /** Nothing but those (`--no-index`). */
  readonly onlyLocal?: boolean;
}

export interface Resolution {
  readonly steps: readonly Step[];
  /** What is to be installed, in the order in which pip downloads it. */
  readonly wheels: readonly { readonly wheel: Wheel; readonly wanted: Wanted }[];
  readonly edges: ReadonlyMap<string, readonly string[]>;
}

const unknown = (name: string): Error =>
  notSimulated(
    `pip install ${name}: the package is not in Drydock's catalogue`,
    "look for it in the Python Package Index and install it if it is there",
  );

/** Which of the open requirements pip looks at next (pip/_internal/resolution/resolvelib/provider.py, get_preference). */
function preference({ requirement, asked }: Wanted, at: number): (number | string)[] {
  const operators = requirement.clauses.map(({ operator }) => operator);
  const pinned =
    operators.some((it) => it.startsWith("==")) &&
    !requirement.clauses.some(({ version }) => version.endsWith("*"));
  const bounded =
    operators.some((it) => it === "<" || it === "<=" || it === "~=") ||
    requirement.clauses.some(({ operator, version }) => operator === "==" && version.endsWith("*"));
  return [
    pinned ? 0 : 1,
    bounded ? 0 : 1,
    asked ? at : Number.MAX_SAFE_INTEGER,
    operators.length > 0 ? 0 : 1,
    requirement.key,
  ];
}

const before = (a: readonly (number | string)[], b: readonly (number | string)[]): boolean => {
  for (let i = 0; i < a.length; i++) {
    const [x = 0, y = 0] = [a[i], b[i]];
    if (x !== y) return x < y;
  }
  return false;
};

/**
 * Finds what to install. The catalogue holds one version of a package, so there is nothing to try out: another version
 * that a requirement asks for is told as unknown, since it may well exist.
 *
 * @throws {EngineError} NOT_SIMULATED for what the catalogue does not hold.
 */
export function resolve(
  roots: readonly Wanted[],
  installed: ReadonlyMap<string, Installed>,
  names: MarkerNames,
  options: ResolveOptions,
): Resolution {
  const steps: Step[] = [];
  const chosen = new Map<
    string,
    { wheel?: Wheel; installed?: Installed; wanted: Wanted; requirements: Requirement[] }
  >();
  const open: { wanted: Wanted; at: number }[] = [];
  const pinned: string[] = [];
  const edges = new Map<string, string[]>();

  const add = (wanted: Wanted): boolean => {
    const { requirement } = wanted;
    const known = chosen.get(requirement.key);
    if (known) {
      known.requirements.push(requirement);
      const version = known.wheel?.version ?? known.installed?.version ?? "";
      if (satisfies(version, requirement)) return true;
      if (known.installed && !known.wheel) {
        // What lies there does not do: the new requirement asks for another one.
        const wheel = findWheel(requirement.name);
        if (wheel && known.requirements.every((one) => satisfies(wheel.version, one))) {
          known.wheel = wheel;
          steps.push({ kind: "collect", wanted, wheel });
          return true;
        }
        throw notInCatalogue(requirement, wheel);
      }
      steps.push({
        kind: "conflict",
        words: conflict(
          known.requirements.map((one, at) => ({ one, from: at === 0 ? known.wanted : wanted })),
        ),
      });
      return false;
    }
    const present = installed.get(requirement.key);
    const fresh = options.force || (options.upgrade && wanted.asked);
    if (present && !fresh && satisfies(present.version, requirement)) {
      steps.push({ kind: "satisfied", wanted, installed: present });
      chosen.set(requirement.key, { installed: present, wanted, requirements: [requirement] });
    } else {
      const path = wanted.path ?? options.local?.get(requirement.key);
      if (path === undefined && options.onlyLocal) {
        steps.push({ kind: "missing", wanted });
        return false;
      }
      const wheel = findWheel(requirement.name);
      if (!wheel) throw unknown(requirement.name);
      if (!satisfies(wheel.version, requirement)) throw notInCatalogue(requirement, wheel);
      if (present && present.version === wheel.version && !options.force) {
        steps.push({ kind: "satisfied", wanted, installed: present });
        chosen.set(requirement.key, { installed: present, wanted, requirements: [requirement] });
      } else {
        steps.push({ kind: "collect", wanted, wheel, path });
        chosen.set(requirement.key, {
          wheel,
          wanted: path === undefined ? wanted : { ...wanted, path },
          requirements: [requirement],
        });
      }
    }
    open.push({ wanted, at: open.length });
    return true;
  };

  const done = (): Resolution => ({
    steps,
    wheels: pinned.flatMap((key) => {
      const it = chosen.get(key);
      return it?.wheel ? [{ wheel: it.wheel, wanted: it.wanted }] : [];
    }),
    edges,
  });

  for (const root of roots) if (!add(root)) return done();
  while (open.length > 0) {
    let best = 0;
    for (let i = 1; i < open.length; i++) {
      const [a, b] = [open[i], open[best]];
      if (a && b && before(preference(a.wanted, a.at), preference(b.wanted, b.at))) best = i;
    }
    const next = open.splice(best, 1)[0];
    if (!next) break;
    const { wanted } = next;
    const { key } = wanted.requirement;
    pinned.push(key);
    const it = chosen.get(key);
    const requires = it?.wheel?.requires ?? it?.installed?.fields.get("requires-dist") ?? [];
    if (options.noDependencies) continue;
    for (const text of requires) {
      const requirement = parseRequirement(text);
      if (!requirement || !markerHolds(requirement.marker, names)) continue;
      edges.set(key, [...(edges.get(key) ?? []), requirement.key]);
      const from = `${wanted.requirement.text}${wanted.from ? `->${wanted.from}` : ""}`;
      if (!add({ requirement, from, asked: false })) return done();
    }
  }
  return done();
}

function notInCatalogue(requirement: Requirement, wheel: Wheel | undefined): Error {
  const held = wheel ? `, which has only ${wheel.version}` : "";
  return notSimulated(
    `pip install ${requirement.text}: no such version in Drydock's catalogue${held}`,
    "look for that version in the Python Package Index and install it if it is there",
  );
}

/** pip's words where the given requirements exclude each other (resolvelib factory, get_installation_error). */
function conflict(parts: readonly { one: Requirement; from: Wanted }[]): string[] {
  const line = ({ one, from }: { one: Requirement; from: Wanted }): string =>
    from.asked
      ? `    The user requested ${one.text}`
      : `    ${from.from.split("->")[0]} depends on ${one.text}`;
  const names = parts.map(({ one, from }) => (from.asked ? one.text : (from.from.split("->")[0] ?? "")));
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
  return [
    `ERROR: Cannot install ${list} because these package versions have conflicting dependencies.`,
    "",
    "The conflict is caused by:",
    ...parts.map(line),
  ];
}
