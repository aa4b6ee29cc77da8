import { strerror } from "../../vfs/errno.ts";
import { contentOf, bytesOf } from "../text/bytes-text.ts";
import { type CutPattern, readCutPatterns } from "../text/cut-patterns.ts";
import { cannotOpen, inputFiles, linesOf } from "../text/input-files.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

/** Thrown where a place to cut is not there: what was made is taken away again. */
class NoPlace {
  readonly words: string;
  constructor(words: string) {
    this.words = words;
  }
}

/** Cuts a file at lines that are named by number or by a pattern. */
export const csplit: Program = tool(
  "csplit",
  {
    flags: "kszm",
    values: "fnb",
    long: {
      "keep-files": "k",
      silent: "s",
      quiet: "s",
      "elide-empty-files": "z",
      "suppress-matched": "m",
      prefix: "f",
      digits: "n",
      "suffix-format": "b",
    },
  },
  (process, options, flavour) => {
    const { operands } = options;
    const [name, ...words] = operands;
    if (name === undefined || words.length === 0) missingOperand(process, flavour, name);
    const patterns = readCutPatterns(words);
    if (typeof patterns === "string") return complain(process, flavour, patterns);
    const { files, failed } = inputFiles(process, flavour, [name ?? ""], (file, errno) =>
      errno === "ENOENT" ? cannotOpen(file, errno) : `read error: ${strerror[errno]}`,
    );
    if (failed) return 1;
    const text = files[0]?.text ?? "";
    const closed = text.endsWith("\n");
    const lines = linesOf(text);
    const made: string[] = [];
    const digits = Number(options.value("n") ?? 2);
    const format = options.value("b") ?? `%0${digits}d`;
    const suffixOf = (number: number): string =>
      format.replace(/%(0?)(\d*)d/, (_, zero: string, width: string) =>
        String(number).padStart(Number(width || 0), zero === "0" ? "0" : " "),
      );
    const put = (from: number, to: number): void => {
      const part = lines.slice(from, to);
      if (part.length === 0 && options.has("z")) return;
      const body = part
        .map((line, i) => (from + i === lines.length - 1 && !closed ? line : `${line}\n`))
        .join("");
      const path = `${options.value("f") ?? "xx"}${suffixOf(made.length)}`;
      process.kernel.spend(1 + part.length);
      const errno = process.files.write(at(process, path), contentOf(body), 0o666 & ~process.umask);
      if (errno) throw new NoPlace(`${path}: ${strerror[errno]}`);
      made.push(path);
      if (!options.has("s")) process.stdout.write(`${bytesOf(body).length}\n`);
    };
    let start = 0;
    let searched = -1;
    const skipMatched = (): void => {
      if (options.has("m")) start++;
    };
    const cutAtNumber = (pattern: Extract<CutPattern, { kind: "line" }>, turn: number): void => {
      const line = pattern.line * (turn + 1);
      if (line > lines.length + 1 || (line > lines.length && turn > 0)) {
        if (start < lines.length || turn === 0) put(start, lines.length);
        const on = turn > 0 ? ` on repetition ${turn}` : "";
        start = lines.length;
        throw new NoPlace(`‘${pattern.line}’: line number out of range${on}`);
      }
      put(start, line - 1);
      start = line - 1;
      searched = start;
      skipMatched();
    };
    /** @returns whether it was found */
    const cutAtMatch = (pattern: Extract<CutPattern, { kind: "match" }>, turn: number): boolean => {
      let found = searched + 1;
      for (; found < lines.length && !pattern.regex.exec(lines[found] ?? ""); found++)
        process.kernel.spend(1);
      if (found >= lines.length) {
        if (pattern.times === Infinity) return false;
        if (!pattern.skips) put(start, lines.length);
        start = lines.length;
        throw new NoPlace(`‘${pattern.word}’: match not found${turn > 0 ? ` on repetition ${turn}` : ""}`);
      }
      const cut = found + pattern.offset;
      if (cut > lines.length) {
        if (!pattern.skips) put(start, lines.length);
        throw new NoPlace(`‘${pattern.word}’: line number out of range`);
      }
      if (!pattern.skips) put(start, Math.max(start, cut));
      start = Math.max(start, cut);
      searched = Math.max(found, start);
      skipMatched();
      return true;
    };
    try {
      for (const pattern of patterns)
        for (let turn = 0; turn <= pattern.times; turn++) {
          process.kernel.spend(1);
          if (pattern.kind === "line") {
            if (pattern.times === Infinity && pattern.line * (turn + 1) > lines.length) break;
            cutAtNumber(pattern, turn);
          } else if (!cutAtMatch(pattern, turn)) break;
        }
      put(start, lines.length);
      return 0;
    } catch (stop) {
      if (!(stop instanceof NoPlace)) throw stop;
      if (!options.has("k")) for (const path of made) process.files.unlink(at(process, path));
      return complain(process, flavour, stop.words);
    }
  },
);
