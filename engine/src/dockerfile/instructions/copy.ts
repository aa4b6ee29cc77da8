import { readFlags } from "../flags.ts";
import type { FlagKind } from "../flags.ts";
import { heredocText, readHeredocWord } from "../heredoc.ts";
import type { HeredocStart } from "../heredoc.ts";
import type { InlineFile } from "../instruction.ts";
import { common } from "./common.ts";
import type { InstructionReader } from "./common.ts";

const COPY = { exclude: "texts", chown: "text", from: "text", chmod: "text", link: "truth" } as const;
const ADD = {
  exclude: "texts",
  chown: "text",
  chmod: "text",
  link: "truth",
  "keep-git-dir": "truth",
  checksum: "text",
  unpack: "truth",
} as const;

const reader =
  (kind: "COPY" | "ADD", known: Readonly<Record<string, FlagKind>>): InstructionReader =>
  (statement) => {
    const destination = statement.args.at(-1);
    if (destination === undefined || statement.args.length < 2) {
      return {
        error: `${kind} requires at least two arguments, but only one was provided. Destination could not be determined`,
      };
    }
    const flags = readFlags(statement.flags, known);
    if ("error" in flags) return flags;
    if (startOf(destination) !== undefined)
      return { error: `${kind} cannot accept a heredoc as a destination` };
    const sources: string[] = [];
    const contents: InlineFile[] = [];
    for (const source of statement.args.slice(0, -1)) {
      const start = startOf(source);
      if (start === undefined) {
        sources.push(source);
        continue;
      }
      // Of two heredocs with one name both files get the last text, as in BuildKit.
      const heredoc = statement.heredocs.findLast(({ name }) => name === start.name);
      contents.push({
        path: start.name,
        data: heredoc === undefined ? "" : heredocText({ ...heredoc, chomp: start.chomp }),
        expand: start.expand,
      });
    }
    const unpack = flags.one("unpack");
    return {
      ...common(statement),
      kind,
      sources,
      contents,
      destination,
      from: flags.text("from"),
      chown: flags.text("chown"),
      chmod: flags.text("chmod"),
      link: flags.one("link") === "true",
      exclude: flags.all("exclude"),
      keepGitDir: flags.one("keep-git-dir") === "true",
      checksum: flags.text("checksum"),
      unpack: unpack === undefined ? undefined : unpack === "true",
    };
  };

function startOf(word: string): HeredocStart | undefined {
  const start = readHeredocWord(word);
  return start === undefined || "error" in start ? undefined : start;
}

export const readCopy: InstructionReader = reader("COPY", COPY);
export const readAdd: InstructionReader = reader("ADD", ADD);
