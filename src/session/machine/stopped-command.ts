import type { EngineStopped } from "../engine/engine-stopped.ts";
import type { OutputPiece, Ran } from "./machine.ts";

/** A command that somebody ended with Ctrl-C, or that ended the engine, after it had said `output`. Nothing has happened. */
export const stoppedCommand = (
  command: Pick<Ran, "line" | "prompt" | "files">,
  { how, message }: EngineStopped,
  output: readonly OutputPiece[] = [],
): Ran => {
  const piece: Omit<OutputPiece, "at"> =
    how === "interrupted"
      ? { stream: "stdout", text: "^C\n" }
      : {
          stream: "stderr",
          text: `Drydock's engine stopped at this command: ${message}\nIt was started again, and everything is as it was before. Your files are safe.\n`,
        };
  const { line, prompt, files } = command;
  return {
    line,
    prompt,
    files,
    exitCode: how === "interrupted" ? 130 : 70,
    output: [...output, { at: output.at(-1)?.at ?? 0, ...piece }],
    builds: [],
  };
};
