import { type BuildRequest, type BuildResult, ttyFrames } from "@drydock/engine";
import type { OutputPiece, Ran } from "../../session/machine.ts";
import { textOf } from "../editor/text-of.ts";

/** The Dockerfile that a build names: all that its progress needs of the request. */
const requestOf = ({ line, files }: Ran): Pick<BuildRequest, "dockerfile"> => {
  const name = /\s(?:-f|--file)[\s=]*(\S+)/.exec(line)?.[1] ?? "Dockerfile";
  return {
    dockerfile: {
      name: name.split("/").at(-1) ?? name,
      text: textOf(files, name.replace(/^\.\//, "")) ?? "",
    },
  };
};

/** Everything that a frame does before its first word: moves over the frame before it. */
const movesUp = /^(?:\x1b\[1[AB])+/;

const isDrawn = (text: string): boolean => movesUp.test(text);

/** The frames of a build; only what is there at the end, where the screen is too low to draw over them or nothing shall move. */
const framesOf = (build: BuildResult, ran: Ran, columns: number, rows: number): readonly OutputPiece[] => {
  const frames = ttyFrames(build, requestOf(ran) as BuildRequest, columns).map(
    ({ at, text }): OutputPiece => ({
      at,
      stream: "stderr",
      // Rows of the next frame can be shorter by a cell: what is right of a row goes.
      text: text.replaceAll("\r\n", "\x1b[K\r\n"),
    }),
  );
  if (frames.every(({ text }) => text.split("\n").length < rows)) return frames;
  const last = frames.findLast(({ text }) => isDrawn(text));
  return frames.flatMap((frame) =>
    frame === last
      ? [{ ...frame, text: frame.text.replace(movesUp, "") }]
      : isDrawn(frame.text)
        ? []
        : [frame],
  );
};

/**
 * What a command says on a terminal of that size: a build moves there, and the screen keeps its last state. (The
 * engine's own output is that of a pipe.) No rows: nothing moves.
 */
export const terminalOutput = (ran: Ran, columns: number, rows: number): readonly OutputPiece[] => {
  if (ran.builds.length === 0 || /--progress/.test(ran.line)) return ran.output;
  let next = 0;
  return ran.output.flatMap((piece): readonly OutputPiece[] => {
    const build = ran.builds[next];
    if (!build || piece.stream !== "stderr" || !piece.text.startsWith("#")) return [piece];
    next += 1;
    const frames = framesOf(build, ran, columns, rows);
    const began = piece.at - (frames.at(-1)?.at ?? 0);
    return frames.map((frame) => ({ ...frame, at: began + frame.at }));
  });
};
