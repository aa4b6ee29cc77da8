import type { BaseOnDemand } from "../src/daemon/bases/base-on-demand.ts";
import { catalogueParts } from "../src/shell/packages/catalogue-parts.ts";
import { programParts } from "../src/shell/program-parts.ts";
import { loadBase } from "./load.ts";

type Catalogues = { readonly [Name in keyof typeof catalogueParts]: () => Promise<void> };

const catalogues: Catalogues = {
  "apt-bookworm": async () =>
    catalogueParts["apt-bookworm"].bring(
      (await import("./packages/apt-bookworm.json", { with: { type: "json" } })).default,
    ),
  "apt-trixie": async () =>
    catalogueParts["apt-trixie"].bring(
      (await import("./packages/apt-trixie.json", { with: { type: "json" } })).default,
    ),
  "apt-stanzas-bookworm": async () =>
    catalogueParts["apt-stanzas-bookworm"].bring(
      (await import("./packages/apt-stanzas-bookworm.json", { with: { type: "json" } })).default,
    ),
  "apt-stanzas-trixie": async () =>
    catalogueParts["apt-stanzas-trixie"].bring(
      (await import("./packages/apt-stanzas-trixie.json", { with: { type: "json" } })).default,
    ),
  "apt-texts-trixie": async () =>
    catalogueParts["apt-texts-trixie"].bring(
      (await import("./packages/apt-texts-trixie.json", { with: { type: "json" } })).default,
    ),
  "apt-texts-bookworm": async () =>
    catalogueParts["apt-texts-bookworm"].bring(
      (await import("./packages/apt-texts-bookworm.json", { with: { type: "json" } })).default,
    ),
  "apt-libraries-trixie": async () =>
    catalogueParts["apt-libraries-trixie"].bring(
      (await import("./packages/apt-libraries-trixie.json", { with: { type: "json" } })).default,
    ),
  "apt-libraries-bookworm": async () =>
    catalogueParts["apt-libraries-bookworm"].bring(
      (await import("./packages/apt-libraries-bookworm.json", { with: { type: "json" } })).default,
    ),
  "apt-noble": async () =>
    catalogueParts["apt-noble"].bring(
      (await import("./packages/apt-noble.json", { with: { type: "json" } })).default,
    ),
  "apt-texts-noble": async () =>
    catalogueParts["apt-texts-noble"].bring(
      (await import("./packages/apt-texts-noble.json", { with: { type: "json" } })).default,
    ),
  "apt-libraries-noble": async () =>
    catalogueParts["apt-libraries-noble"].bring(
      (await import("./packages/apt-libraries-noble.json", { with: { type: "json" } })).default,
    ),
  "apt-stanzas-noble": async () =>
    catalogueParts["apt-stanzas-noble"].bring(
      (await import("./packages/apt-stanzas-noble.json", { with: { type: "json" } })).default,
    ),
  apk: async () =>
    catalogueParts.apk.bring((await import("./packages/apk.json", { with: { type: "json" } })).default),
  npm: async () =>
    catalogueParts.npm.bring((await import("./packages/npm.json", { with: { type: "json" } })).default),
  "pip-hashes": async () =>
    catalogueParts["pip-hashes"].bring(
      (await import("./packages/pip-hashes.json", { with: { type: "json" } })).default,
    ),
  pip: async () =>
    catalogueParts.pip.bring((await import("./packages/pip.json", { with: { type: "json" } })).default),
};

type Programs = { readonly [Name in keyof typeof programParts]: () => Promise<void> };

const programs: Programs = {
  git: async () => programParts.git.bring((await import("../src/shell/git/git-program.ts")).runGit),
  jq: async () => programParts.jq.bring((await import("../src/shell/jq/jq-program.ts")).runJq),
};

/** Fetches what NEEDS_PART named, a base of this shelf, a catalogue or a program. @throws {Error} where there is no such part */
export async function loadPart(bases: readonly BaseOnDemand[], part: string): Promise<void> {
  const [kind, name = ""] = part.split(/:(.*)/);
  const base = bases.find((one) => one.part.name === part);
  const data = base && (await loadBase(name));
  if (data) base.part.bring(data);
  else if (kind === "catalogue" && name in catalogues) await catalogues[name as keyof Catalogues]();
  else if (kind === "program" && name in programs) await programs[name as keyof Programs]();
  else throw new Error(`Drydock has no part ${part}`);
}
