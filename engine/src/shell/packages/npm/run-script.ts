import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { npmError } from "./npm-error.ts";
import { readManifest } from "./read-manifest.ts";

const SIMILAR: Readonly<Record<string, readonly string[]>> = {
  start: [
    "Did you mean one of these?",
    "  npm star # Mark your favorite packages",
    "  npm stars # View packages marked as favorites",
    "",
  ],
};

const quoted = (word: string): string =>
  /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** `npm run NAME`: the script, with `pre` and `post` around it, by sh and with node_modules/.bin on the PATH. */
export function runScript(process: Process, name: string, args: readonly string[], silent: boolean): number {
  const manifest = readManifest(process);
  if ("error" in manifest) return npmError(process, manifest.error);
  const scripts: Record<string, string> = { ...manifest.scripts };
  if (name === "start" && scripts.start === undefined && process.files.exists(join(process.cwd, "server.js")))
    scripts.start = "node server.js";
  if (scripts[name] === undefined)
    return npmError(process, [
      `Missing script: "${name}"`,
      "",
      ...(SIMILAR[name] ?? []),
      "To see a list of scripts, run:",
      "  npm run",
    ]);
  const env = new Map(process.env)
    .set("PATH", `${join(process.cwd, "node_modules/.bin")}:${process.env.get("PATH") ?? ""}`)
    .set("npm_package_name", manifest.name ?? "")
    .set("npm_package_version", manifest.version ?? "");
  for (const event of [`pre${name}`, name, `post${name}`]) {
    const script = scripts[event];
    if (script === undefined) continue;
    const line = event === name ? [script, ...args.map(quoted)].join(" ") : script;
    const shown = event === name ? [script, ...args].join(" ") : script;
    const title = [[manifest.name, manifest.version].filter(Boolean).join("@"), event]
      .filter(Boolean)
      .join(" ");
    if (!silent) process.stdout.write(`\n> ${title}\n> ${shown}\n\n`);
    env.set("npm_lifecycle_event", event);
    const status = process.spawn(["sh", "-c", line], { env });
    if (status !== 0) return status;
  }
  return 0;
}

/** `npm run` alone: the scripts by kind. */
export function listScripts(process: Process): number {
  const manifest = readManifest(process);
  if ("error" in manifest) return npmError(process, manifest.error);
  const title = [manifest.name, manifest.version].filter(Boolean).join("@");
  const lifecycle = /^(pre|post)?(test|start|stop|restart|install|publish|version)$/;
  // npm 11 came with Node 24; before, the command was told by its longer name.
  const command = Number.parseInt(process.env.get("NODE_VERSION") ?? "24", 10) < 24 ? "run-script" : "run";
  const all = Object.entries(manifest.scripts ?? {});
  const print = (head: string, list: readonly (readonly [string, string])[]): void => {
    process.stdout.write(`${head}\n${list.map(([name, line]) => `  ${name}\n    ${line}\n`).join("")}`);
  };
  const [known, own] = [
    all.filter(([name]) => lifecycle.test(name)),
    all.filter(([name]) => !lifecycle.test(name)),
  ];
  if (known.length > 0) print(`Lifecycle scripts included in ${title}:`, known);
  if (own.length > 0)
    print(
      known.length > 0
        ? `available via \`npm ${command}\`:`
        : `Scripts available in ${title} via \`npm ${command}\`:`,
      own,
    );
  return 0;
}
