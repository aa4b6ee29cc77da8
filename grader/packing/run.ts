import { execFileSync, spawnSync } from "node:child_process";
import { dirname, delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const SCRIPTS = new URL("../../scripts/", import.meta.url);

/** The folder of this Node comes first, as on a machine whose Node is this one. */
const PATH = `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`;

/** Packs the grader into a folder and returns the file's path. */
export const pack = (folder: string): string =>
  execFileSync(process.execPath, [fileURLToPath(new URL("pack.mjs", SCRIPTS)), folder], {
    encoding: "utf8",
    env: { ...process.env, PATH },
  })
    .trim()
    .split("\n")
    .at(-1) ?? "";

/** What a platform would see of a script that it runs in a folder. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program as a platform does: in its folder, with its variables, without a network for npm. */
export function run(cwd: string, command: readonly string[], env: Record<string, string> = {}): Ran {
  const [program = "", ...words] = command;
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH, npm_config_offline: "true", npm_config_update_notifier: "false", ...env },
  });
  return { status, stdout, stderr };
}
