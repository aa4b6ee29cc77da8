import { notSimulated } from "../../../core/engine-error.ts";
import { globPattern } from "../dpkg/glob-pattern.ts";
import type { AptOptions } from "./apt-options.ts";
import { readAutomatic } from "./apt-state.ts";
import type { AptSession } from "./apt-session.ts";
import { notHeld } from "./not-held.ts";
import { PARTS, releaseName } from "./package-address.ts";
import { isOutdated } from "./upgradable.ts";

/** Releases that have this version, as `apt list` joins them; `now` for what is installed. */
function releases({ catalogue, lists }: AptSession, name: string, version: string, now: boolean): string {
  const parts = lists
    ? (catalogue.find(name)?.versions.find((one) => one.version === version)?.parts ?? "")
    : "";
  const named = [...parts].map((part) => releaseName(catalogue, PARTS[part] ?? "main"));
  return [...named, ...(now ? ["now"] : [])].join(",");
}

/** The line of an installed package, in the version that is there. */
function installedLine(session: AptSession, name: string, automatic: ReadonlySet<string>): string {
  const { installed, catalogue } = session;
  const it = installed.get(name);
  const version = it?.version ?? "";
  const where = releases(session, name, version, true);
  const state = isOutdated(session, name)
    ? `installed,upgradable to: ${catalogue.candidate(name)}`
    : where === "now"
      ? "installed,local"
      : automatic.has(name)
        ? "installed,automatic"
        : "installed";
  return `${name}/${where} ${version} ${it?.architecture ?? ""} [${state}]`;
}

/** The line of the version that could be had. */
function candidateLine(session: AptSession, name: string): string {
  const it = session.catalogue.find(name);
  const old = session.installed.get(name)?.version;
  return `${name}/${releases(session, name, it?.version ?? "", false)} ${it?.version} ${it?.architecture}${old === undefined ? "" : ` [upgradable from: ${old}]`}`;
}

/** `apt list [--installed|--upgradable] [GLOB...]`. @throws {EngineError} NOT_SIMULATED where all of the archive would have to be listed */
export function list(session: AptSession, { operands, has }: AptOptions): number {
  const { process, installed, lists, catalogue } = session;
  process.stdout.write("Listing...\n");
  const globs = operands.map(globPattern);
  const asked = (name: string): boolean => globs.length === 0 || globs.some((glob) => glob.test(name));
  const automatic = readAutomatic(process.files);
  const there = [...installed.keys()].filter(asked).sort();
  let lines: string[];
  if (has("upgradable") || has("upgradeable"))
    lines = there.filter((name) => isOutdated(session, name)).map((name) => candidateLine(session, name));
  else if (has("installed") || !lists) lines = there.map((name) => installedLine(session, name, automatic));
  else {
    const strange = operands.find(
      (name) => !installed.has(name) && !catalogue.find(name) && !notHeld[catalogue.suite].unknown.has(name),
    );
    if (operands.length === 0 || strange !== undefined)
      throw notSimulated(`apt list ${operands.join(" ")}`.trimEnd(), "list what the archive has");
    lines = [...new Set(operands)].sort().flatMap((name) => {
      if (isOutdated(session, name)) return candidateLine(session, name);
      if (installed.has(name)) return installedLine(session, name, automatic);
      return catalogue.find(name) ? candidateLine(session, name) : [];
    });
  }
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
  return 0;
}
