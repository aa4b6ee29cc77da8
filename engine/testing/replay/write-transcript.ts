import { knownLines } from "./known-lines.ts";
import { markedLines } from "./marked-lines.ts";
import { placedLines } from "./placed-lines.ts";
import { quotedPath } from "./quoted-path.ts";
import type { Step, Transcript } from "./transcript.ts";
import { writeImage } from "./write-image.ts";

/** The text of a transcript; reading it gives the transcript again. */
export function writeTranscript({ title, steps }: Transcript): string {
  return `# ${title}\n${steps.map((step) => `${writeStep(step).join("\n")}\n`).join("")}`;
}

function writeStep(step: Step): string[] {
  switch (step.kind) {
    case "place":
      return placedLines("+ ", step.path, step.file);
    case "write":
      return placedLines("@ write ", step.path, step.file);
    case "touch":
    case "rm":
      return [`@ ${step.kind} ${quotedPath(step.path)}`];
    case "chmod":
      return [`@ chmod ${step.mode} ${quotedPath(step.path)}`];
    case "mv":
      return [`@ mv ${quotedPath(step.path)} ${quotedPath(step.to)}`];
    case "sleep":
      return [`@ sleep ${step.seconds}`];
    case "run":
      return [`@ run ${step.line}`];
    case "command":
      return [
        "",
        `$ ${step.line}`,
        ...markedLines("| ", step.stdout),
        ...markedLines("! ", step.stderr),
        ...(step.exitCode === 0 ? [] : [`? ${step.exitCode}`]),
        ...knownLines(step.known),
      ];
    case "image":
      return ["", ...writeImage(step), ...knownLines(step.known)];
  }
}
