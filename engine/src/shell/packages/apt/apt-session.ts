import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { type DpkgPackage, readDpkgStatus, writeDpkgStatus } from "../dpkg-status.ts";
import { speaksModern } from "./archive.ts";
import { aptCatalogue, type AptCatalogue } from "./apt-catalogue.ts";

/** What every apt command looks at. */
export interface AptSession {
  readonly process: Process;
  readonly catalogue: AptCatalogue;
  /** All of the dpkg database, in its order. */
  readonly status: DpkgPackage[];
  readonly installed: Map<string, DpkgPackage>;
  /** Has `apt-get update` been here? Without its lists apt knows only what is installed. */
  readonly lists: boolean;
  /** `apt` of apt 3: its own form for people, in scripts too. */
  readonly modern: boolean;
  say(line: string): void;
  fail(text: string): void;
}

const LISTS = "/var/lib/apt/lists";

/** @throws {EngineError} NOT_SIMULATED for a distribution that Drydock has no catalogue of. */
export function openApt(process: Process, quiet: number): AptSession {
  const catalogue = aptCatalogue(process.files);
  const status = readDpkgStatus(process.files);
  if (!catalogue || !status) {
    throw notSimulated(
      "apt in this distribution: Drydock has catalogues of Debian 12 and 13 and of Ubuntu 24.04",
      "ask the distribution's archive",
    );
  }
  const names = process.files.list(LISTS);
  const modern = speaksModern(catalogue.suite, process.argv[0] ?? "");
  return {
    process,
    catalogue,
    status,
    installed: new Map(status.filter(({ removed }) => !removed).map((it) => [it.name, it])),
    lists: typeof names !== "string" && names.some((name) => name.includes("_Packages")),
    modern,
    fail: (text) => {
      process.stderr.write(`${modern ? "Error" : "E"}: ${text}\n`);
    },
    say: (line) => {
      if (quiet < 2) process.stdout.write(`${line}\n`);
    },
  };
}

/** The lines that apt begins with. Without lists or state files it has less to read. */
export function readingLines({ say, process }: AptSession): void {
  say("Reading package lists...");
  say("Building dependency tree...");
  if (process.files.exists("/var/lib/apt/extended_states")) say("Reading state information...");
}

export function saveStatus({ process, status }: AptSession): void {
  const sorted = [...status].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  writeDpkgStatus(process.files, sorted);
}

/** @returns whether apt may change things; says its refusal where it may not. */
export function mayChange(process: Process): boolean {
  if (process.credentials.uid === 0) return true;
  process.stderr.write(
    "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n",
  );
  return false;
}
