import { basename, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { globalPrefix } from "./add-packages.ts";
import { presentPackages, presentVersion } from "./node-modules.ts";
import { npmPackage } from "./npm-catalogue.ts";
import { npmError } from "./npm-error.ts";
import { type NpmFlags, omitsDevelopment } from "./npm-flags.ts";
import { type Manifest, readManifest } from "./read-manifest.ts";
import { satisfiesRange } from "./semver-range.ts";
import { notSimulated } from "../../../core/engine-error.ts";

/** One line of the tree, with what hangs on it. */
interface Leaf {
  readonly text: string;
  readonly leaves: readonly Leaf[];
}

/** Lines as npm draws them where the locale is not UTF-8, as in a container (treeverse and archy without unicode). */
function drawn(leaves: readonly Leaf[], before = ""): string {
  return leaves
    .map(({ text, leaves: inner }, at) => {
      const last = at === leaves.length - 1;
      return `${before}${last ? "`" : "+"}-- ${text}\n${drawn(inner, `${before}${last ? "  " : "| "}`)}`;
    })
    .join("");
}

/** What is asked for and missing, or there in a version that does not do. */
function problemsOf(process: Process, manifest: Manifest, development: boolean): string[] {
  const asked = { ...(development ? manifest.devDependencies : {}), ...manifest.dependencies };
  return Object.entries(asked).flatMap(([name, range]) => {
    const version = presentVersion(process, join(process.cwd, `node_modules/${name}`));
    const root = `${manifest.name ?? basename(process.cwd)}@${manifest.version ?? ""}`.replace(/@$/, "");
    if (version === undefined) return `missing: ${name}@${range}, required by ${root}`;
    return satisfiesRange(version, range) === false
      ? `invalid: ${name}@${version} ${join(process.cwd, `node_modules/${name}`)}`
      : [];
  });
}

/** `npm ls`: what lies in node_modules, by what package.json asks for. */
export function listTree(process: Process, flags: NpmFlags): number {
  const global = flags.has("g", "global");
  if (flags.has("json", "parseable", "p", "long", "l") || flags.words.length > 0)
    throw notSimulated(`npm ls ${flags.words.join(" ")}`.trimEnd(), "print that part of the tree");
  const project = global ? `${globalPrefix(process, flags)}/lib` : process.cwd;
  const read = global ? {} : readManifest(process);
  const manifest: Manifest = "error" in read ? {} : read;
  const all = flags.has("all", "a") || Number(flags.value("depth") ?? 0) > 0;
  if (all) throw notSimulated("npm ls --all", "print the whole tree");
  const development = !omitsDevelopment(process, flags);
  const asked = { ...(development ? manifest.devDependencies : {}), ...manifest.dependencies };
  const there = presentPackages(process, project).filter((path) => path.lastIndexOf("node_modules/") === 0);
  const needed = new Set<string>();
  const need = (name: string): void => {
    const version = presentVersion(process, join(project, `node_modules/${name}`));
    if (needed.has(name) || version === undefined) return;
    needed.add(name);
    for (const next of Object.keys(npmPackage(name, version)?.dependencies ?? {})) need(next);
  };
  for (const name of Object.keys({ ...manifest.devDependencies, ...manifest.dependencies })) need(name);
  const leaves: Leaf[] = [];
  const problems = problemsOf(process, manifest, development);
  for (const name of [...new Set([...Object.keys(asked), ...there.map((path) => path.slice(13))])].sort()) {
    const version = presentVersion(process, join(project, `node_modules/${name}`));
    const range = asked[name];
    if (version === undefined) {
      if (range !== undefined) leaves.push({ text: `UNMET DEPENDENCY ${name}@${range}`, leaves: [] });
    } else if (global || range !== undefined) {
      const invalid = range !== undefined && satisfiesRange(version, range) === false;
      leaves.push({
        text: `${name}@${version}${invalid ? ` invalid: "${range}" from the root project` : ""}`,
        leaves: [],
      });
    } else if (!needed.has(name)) {
      leaves.push({ text: `${name}@${version} extraneous`, leaves: [] });
      problems.push(`extraneous: ${name}@${version} ${join(project, `node_modules/${name}`)}`);
    }
  }
  const title = global
    ? project
    : `${[manifest.name, manifest.version].filter(Boolean).join("@")}${manifest.name ? " " : ""}${project}`;
  process.stdout.write(`${title}\n${leaves.length === 0 ? "`-- (empty)\n" : drawn(leaves)}\n`);
  if (problems.length === 0) return 0;
  return npmError(process, ["code ELSPROBLEMS", ...problems]);
}
