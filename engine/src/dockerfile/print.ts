import type { Dockerfile } from "./dockerfile.ts";
import type { Instruction } from "./instruction.ts";
import { trim } from "./space.ts";

/** BuildKit takes lines of 65,535 bytes; a UTF-16 unit is three bytes at most. */
const LONGEST = 20_000;
/** White space that ends a line and is not looked through when an escape character continues it. */
const STOP = "\f";

/**
 * Writes a Dockerfile in plain form: one instruction a line with continuations joined, heredocs below it, comments kept
 * above what they belong to, an empty line before every stage. Read again it gives the same directives, ARGs and stages;
 * only places differ. What could not be read is left out.
 */
export function printDockerfile({ lines, directives, escape, args, stages }: Dockerfile): string {
  const blocks = stages.map(({ from, instructions }) => [from, ...instructions]);
  if (args.length > 0) blocks.unshift([...args]);
  const body = blocks.map((block) =>
    block.map((instruction) => printInstruction(instruction, escape)).join(""),
  );
  const named = directives.map(({ name, value }) => `# ${name}=${value}\n`).join("");
  const [first = ""] = lines;
  // After a `#!` line the frontend goes on looking for directives, and the parser does not.
  if (first.startsWith("#!")) return [`${first}\n${named}#\n`, ...body].join("\n");
  // The parser finds an indented `# escape=`, the frontend does not.
  const lax = escape === "`" && !directives.some(({ name }) => name === "escape") ? " # escape=`\n" : "";
  const head = named + lax;
  return [...(head === "" && !looksLikeDirective(blocks[0]?.[0]) ? [] : [head]), ...body].join("\n");
}

/** A comment like `# escape=x` at the very top would be a directive; an empty line before it says that it is none. */
const looksLikeDirective = (instruction: Instruction | undefined): boolean =>
  /^[a-z][a-z0-9]*\s*=/i.test(instruction?.comments[0] ?? "");

/** One instruction with its comments and heredocs, a line feed at its end. */
function printInstruction(instruction: Instruction, escape: string): string {
  const comments = instruction.comments.map((comment) => `# ${comment}\n`).join("");
  const bodies = instruction.heredocs.map(({ content, name }) => `${content}${name}\n`).join("");
  return `${comments}${breakLine(closed(lineOf(instruction), escape), escape)}\n${bodies}`;
}

/** White space at the end of a trigger is part of it. */
function lineOf(instruction: Instruction): string {
  const { original } = instruction;
  if (instruction.kind !== "ONBUILD") return original;
  const [line = ""] = instruction.expression.split("\n", 1);
  const kept = trim(line);
  return original + line.slice(line.indexOf(kept) + kept.length);
}

/** A line that ends with an escape character of its own: something has to stand behind it. */
function closed(line: string, escape: string): string {
  const text = line.replace(/[ \t]+$/, "");
  if (!text.endsWith(escape) || text.at(-2) === escape) return line;
  return text === line ? line + STOP : line + escape;
}

/** Cuts a line that is too long where a continuation changes nothing: not before white space or `#`, not after an escape. */
function breakLine(line: string, escape: string): string {
  let rest = line;
  let broken = "";
  while (rest.length > LONGEST) {
    let at = LONGEST;
    while (at > 0 && !mayBreak(rest, at, escape)) at--;
    if (at === 0) break;
    broken += `${rest.slice(0, at)}${escape}\n`;
    rest = rest.slice(at);
  }
  return broken + rest;
}

const mayBreak = (line: string, at: number, escape: string): boolean =>
  !/[\s\u0085#]/.test(line[at] ?? "") && line[at - 1] !== escape && !/[\udc00-\udfff]/.test(line[at] ?? "");
