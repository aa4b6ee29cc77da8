import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import { basename, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { NpmFlags } from "./npm-flags.ts";
import { npmMajor } from "./npm-major.ts";

/** `npm init -y`: a package.json with what npm would propose (recorded with npm 11.19). */
export function initManifest(process: Process, flags: NpmFlags): number {
  if (!flags.has("y", "yes", "force", "f") || flags.words.length > 0)
    throw notSimulated("npm init with questions, or by another package", "ask for each field");
  const path = join(process.cwd, "package.json");
  const content = process.files.read(path);
  const before =
    typeof content === "string"
      ? {}
      : (JSON.parse(content.text ?? "{}") as Readonly<Record<string, unknown>>);
  const name = basename(process.cwd)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._~-]+/g, "-");
  if (name === "" && before.name === undefined)
    throw notSimulated("npm init in /", "refuse: a name is missing");
  const main = process.files.exists(join(process.cwd, "index.js")) ? "index.js" : firstScript(process);
  const proposed = {
    name,
    version: "1.0.0",
    description: "",
    main,
    scripts: { test: 'echo "Error: no test specified" && exit 1' },
    keywords: [],
    author: "",
    license: "ISC",
    ...(npmMajor(process) >= 11 && { type: "commonjs" }),
  };
  const text = JSON.stringify({ ...proposed, ...before }, undefined, 2);
  process.files.write(path, Content.of(`${text}\n`));
  process.stdout.write(`Wrote to ${path}:\n\n${text}\n\n\n`);
  return 0;
}

/** npm takes the only script that lies there; with several it asks by name of the first, without any it keeps index.js. */
function firstScript(process: Process): string {
  const names = process.files.list(process.cwd);
  const scripts = typeof names === "string" ? [] : names.filter((name) => name.endsWith(".js")).sort();
  return scripts[0] ?? "index.js";
}
