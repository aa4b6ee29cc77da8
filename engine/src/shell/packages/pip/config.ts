import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import { dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import type { PipOptions } from "./pip-options.ts";

const userFile = (process: Process): string => `${process.env.get("HOME") ?? ""}/.config/pip/pip.conf`;
const GLOBAL = "/etc/pip.conf";

/** `[section]` with `key = value` lines, in the order in which they stand. */
function readFile(process: Process, path: string): Map<string, string> {
  const content = process.files.read(path);
  const found = new Map<string, string>();
  let section = "";
  for (const line of typeof content === "string" ? [] : (content.text ?? "").split("\n")) {
    section = /^\[(.+)\]\s*$/.exec(line)?.[1] ?? section;
    const [, key, value = ""] = /^([A-Za-z][\w-]*)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined) found.set(`${section}.${key.replaceAll("_", "-")}`, value.trim());
  }
  return found;
}

function writeFile(process: Process, path: string, values: ReadonlyMap<string, string>): boolean {
  const sections = Map.groupBy(values, ([key]) => key.slice(0, key.indexOf(".")));
  const text = [...sections]
    .map(
      ([name, pairs]) =>
        `[${name}]\n${pairs.map(([key, value]) => `${key.slice(name.length + 1)} = ${value}\n`).join("")}\n`,
    )
    .join("");
  return !makeDirectories(process.files, dirname(path)) && !process.files.write(path, Content.of(text));
}

/** `pip config list`, `get`, `set` and `unset` (recorded with pip 26.2). */
export function config(process: Process, options: PipOptions): number {
  const [verb, name = "", value] = options.operands;
  const path = options.has("global") ? GLOBAL : userFile(process);
  const fail = (text: string): 1 => {
    process.stderr.write(`ERROR: ${text}\n`);
    return 1;
  };
  const all = new Map([...readFile(process, GLOBAL), ...readFile(process, userFile(process))]);
  for (const [key, text] of process.env)
    if (/^PIP_[A-Z_]+$/.test(key) && text !== "" && key !== "PIP_CONFIG_FILE")
      all.set(`:env:.${key.slice(4).toLowerCase().replaceAll("_", "-")}`, text);
  switch (verb) {
    case "list":
      for (const [key, text] of [...all].sort(([a], [b]) => (a < b ? -1 : 1)))
        process.stdout.write(`${key}='${text}'\n`);
      return 0;
    case "get": {
      const found = all.get(name);
      if (found === undefined) return fail(`No such key - ${name}`);
      process.stdout.write(`${found}\n`);
      return 0;
    }
    case "set":
    case "unset": {
      if (!name.includes(".") || (verb === "set") !== (value !== undefined))
        throw notSimulated(`pip config ${options.operands.join(" ")}`, "refuse");
      const own = readFile(process, path);
      if (verb === "unset" && !own.delete(name)) return fail(`No such key - ${name}`);
      if (verb === "set") own.set(name, value ?? "");
      if (!writeFile(process, path, own)) throw notSimulated(`writing ${path}`, "say why it cannot");
      process.stdout.write(`Writing to ${path}\n`);
      return 0;
    }
    default:
      if (verb === undefined) return fail("Need an action (debug, edit, get, list, set, unset) to perform.");
      throw notSimulated(`pip config ${verb}`, "run that command");
  }
}
