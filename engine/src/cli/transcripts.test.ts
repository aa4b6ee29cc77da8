import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bases } from "../../bases/index.ts";
import { Workstation } from "../host/workstation.ts";

const FOLDER = join(import.meta.dirname, "../../transcripts");

/** `+ path` and what is written there, or `$ line` and what it prints. */
type Step =
  | {
      readonly kind: "write";
      readonly path: string;
      readonly mode: number | undefined;
      readonly text: string;
    }
  | { readonly kind: "run"; readonly line: string; readonly expected: string };

/**
 * Reads a transcript: `# title`, `+ path [mode]` with the file's lines indented by two, `$ command`, `| stdout`, `! stderr`,
 * `? exit status` where it is not 0.
 */
function readTranscript(text: string): { readonly title: string; readonly steps: readonly Step[] }[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const steps: Step[] = [];
      for (let at = 0; at < lines.length;) {
        const line = lines[at++] ?? "";
        const taken = (test: RegExp): string[] => {
          const own: string[] = [];
          while (test.test(lines[at] ?? "")) own.push(lines[at++] ?? "");
          return own;
        };
        const file = /^\+ (\S+)(?: (\d+))?$/.exec(line);
        if (file) {
          const body = taken(/^ {2}/)
            .map((one) => `${one.slice(2)}\n`)
            .join("");
          steps.push({
            kind: "write",
            path: file[1] ?? "",
            mode: file[2] === undefined ? undefined : Number.parseInt(file[2], 8),
            text: body,
          });
        } else if (line.startsWith("$ ")) {
          steps.push({ kind: "run", line: line.slice(2), expected: taken(/^[|!?]/).join("\n") });
        } else if (line.trim() !== "") throw new Error(`not a transcript line: ${line}`);
      }
      return { title, steps };
    });
}

/** The only things that a transcript does not fix: digests and ids, and the times that steps take. */
const normalise = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{64}\b/g, "<digest>")
    .replaceAll(/\b(?=[0-9]*[a-f])[0-9a-f]{12}\b/g, "<id>")
    .replaceAll(/^(#\d+) \d+\.\d{3} /gm, "$1 <t> ")
    .replaceAll(/^\d+\.\d{3} /gm, "<t> ")
    .replaceAll(/\b\d+\.\ds\b/g, "<t>")
    .replaceAll(/transferring (\w+): \S+ done/g, "transferring $1: <size> done");

const marked = (mark: string, text: string): string[] => {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return text === "" ? [] : lines.map((line) => `${mark} ${line}`.trimEnd());
};

for (const name of readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .toSorted()) {
  describe(`transcript ${name}`, () => {
    for (const { title, steps } of readTranscript(readFileSync(join(FOLDER, name), "utf8"))) {
      test(`shows ${title}`, () => {
        const station = new Workstation({ bases, seed: title });
        for (const step of steps) {
          if (step.kind === "write") station.write(step.path, step.text, step.mode);
          else {
            const { exitCode, stdout, stderr } = station.run(step.line);
            const said = [
              ...marked("|", normalise(stdout)),
              ...marked("!", normalise(stderr)),
              ...(exitCode === 0 ? [] : [`? ${exitCode}`]),
            ];
            expect(`$ ${step.line}\n${said.join("\n")}`).toBe(`$ ${step.line}\n${step.expected}`);
          }
        }
      });
    }
  });
}
