import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const ROWS = [
  ["i", "Distributor ID", "ID"],
  ["d", "Description", "PRETTY_NAME"],
  ["r", "Release", "VERSION_ID"],
  ["c", "Codename", "VERSION_CODENAME"],
] as const;

/** The facts of /etc/os-release, as Debian's lsb_release shows them. */
export const lsbRelease: Program = tool(
  "lsb_release",
  {
    flags: "idrcasv",
    long: { id: "i", description: "d", release: "r", codename: "c", all: "a", short: "s", version: "v" },
  },
  (process, options) => {
    const text = process.files.read("/etc/os-release");
    if (typeof text === "string" || text.text === undefined)
      throw notSimulated("lsb_release without /etc/os-release", "find out what system it is in other ways");
    const facts = new Map(
      [...text.text.matchAll(/^(\w+)="?(.*?)"?$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
    );
    const rows = options.has("a") ? ROWS : ROWS.filter(([letter]) => options.has(letter));
    const values = rows.map(([letter, title, name]) => {
      const value = facts.get(name) ?? "n/a";
      return [title, letter === "i" ? value.replace(/^./, (first) => first.toUpperCase()) : value] as const;
    });
    process.stdout.write(
      values.map(([title, value]) => (options.has("s") ? `${value}\n` : `${title}:\t${value}\n`)).join(""),
    );
    return 0;
  },
);
