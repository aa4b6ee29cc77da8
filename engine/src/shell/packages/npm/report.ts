import type { Process } from "../../process.ts";
import { type NpmFlags, npmSetting } from "./npm-flags.ts";

/** What changed in node_modules. */
export interface Changed {
  readonly added?: number;
  readonly removed?: number;
  readonly changed?: number;
  /** Packages that are there now, the project included. */
  readonly audited: number;
}

const count = (number: number): string => `${number} package${number === 1 ? "" : "s"}`;

/** npm's last lines (npm 11, lib/utils/reify-output.js). npm also counts packages that look for funding; the catalogue does not know them. */
export function report(process: Process, flags: NpmFlags, what: Changed, began: number): void {
  if (flags.has("silent", "s") || flags.value("loglevel") === "silent") return;
  const seconds = (process.kernel.now() - began) / 1000;
  const time = seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${Math.round(seconds)}s`;
  const quiet = npmSetting(process, flags, "audit") === "false" || flags.has("g", "global");
  const done = (["added", "removed", "changed"] as const).flatMap((verb) =>
    what[verb] ? `${verb} ${count(what[verb])}` : [],
  );
  const parts = [
    ...(done.length === 0 ? ["up to date"] : done),
    ...(quiet ? [] : [`audited ${count(what.audited)}`]),
  ];
  const last = parts.at(-1) ?? "";
  const joined =
    parts.length === 1 ? last : `${parts.slice(0, -1).join(", ")}, ${done.length === 0 ? "" : "and "}${last}`;
  process.stdout.write(`\n${joined} in ${time}\n`);
  if (!quiet) process.stdout.write("\nfound 0 vulnerabilities\n");
}
