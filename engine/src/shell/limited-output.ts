import { EngineError } from "../core/engine-error.ts";
import type { Output } from "./process.ts";

/** Text that one execution may print, in UTF-16 code units, and its lines: each is an object in the log. */
const MAX_OUTPUT = 16 << 20;
const MAX_LINES = 100_000;

/** Two streams that may print so much together. @throws {EngineError} LIMIT from `write` */
export function limitedOutput(
  onOutput: (stream: "stdout" | "stderr", text: string) => void,
  terminal?: string,
): Readonly<Record<"stdout" | "stderr", Output>> {
  let printed = 0;
  let lines = 0;
  const output = (stream: "stdout" | "stderr"): Output => ({
    ...(terminal !== undefined && { terminal }),
    write: (text) => {
      if (text === "") return;
      printed += text.length;
      if (printed > MAX_OUTPUT)
        throw new EngineError("LIMIT", { what: "characters of output", limit: MAX_OUTPUT });
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
      if (lines > MAX_LINES) throw new EngineError("LIMIT", { what: "lines of output", limit: MAX_LINES });
      onOutput(stream, text);
    },
  });
  return { stdout: output("stdout"), stderr: output("stderr") };
}
