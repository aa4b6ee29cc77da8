import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { Program } from "../process.ts";

const DATABASE = "/var/cache/debconf/config.dat";
/** Types of questions (debconf-devel(7)); any other is warned of and passed over. */
const TYPES = new Set("string boolean select multiselect note text password title error seen".split(" "));

/** `debconf-set-selections [FILE]`: answers to questions that packages will ask; what the database had before is not carried. */
export const debconfSetSelections: Program = {
  name: "debconf-set-selections",
  run(process) {
    const words = process.argv.slice(1);
    const [file] = words.filter((word) => !word.startsWith("-"));
    const only = words.some((word) => word === "-c" || word === "--checkonly");
    let text = "";
    if (file === undefined) text = process.stdin.rest();
    else {
      const content = process.files.read(join(process.cwd, file));
      if (typeof content === "string") {
        process.stderr.write(`${strerror[content]} at /usr/bin/debconf-set-selections line 122.\n`);
        return 2;
      }
      text = content.text ?? "";
    }
    const answers = new Map<string, string>();
    let status = 0;
    for (const [at, line] of text.replaceAll("\\\n", " ").split("\n").entries()) {
      if (/^\s*(#|$)/.test(line)) continue;
      const [owner, name, type, ...value] = line.trim().split(/\s+/);
      if (owner === undefined || name === undefined || type === undefined) {
        process.stderr.write(`error: parse error on line ${at + 1}: '${line}'\n`);
        status = 1;
      } else if (!TYPES.has(type))
        process.stderr.write(`warning: Unknown type ${type}, skipping line ${at + 1}\n`);
      else
        answers.set(
          name,
          `Name: ${name}\nTemplate: ${name}\nValue: ${value.join(" ")}\nOwners: ${owner}\nFlags: seen\n\n`,
        );
    }
    if (only || answers.size === 0) return status;
    makeDirectories(process.files, "/var/cache/debconf");
    const before = process.files.read(DATABASE);
    const kept = (typeof before === "string" ? "" : (before.text ?? ""))
      .split(/(?<=\n\n)/)
      .filter((stanza) => stanza !== "" && !answers.has(/^Name: (.*)$/m.exec(stanza)?.[1] ?? ""));
    if (process.files.write(DATABASE, Content.of([...kept, ...answers.values()].join(""))))
      throw notSimulated("debconf-set-selections by somebody who may not write its database", "refuse");
    return status;
  },
};
