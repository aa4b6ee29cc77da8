import { bytesOf, textOf } from "./bytes-text.ts";
import { linesOf } from "./input-files.ts";

/** Some of a text's lines; the last one keeps its missing line feed. */
export function lines(text: string, choose: (all: string[]) => string[]): string {
  const all = linesOf(text);
  const last = all.at(-1);
  const chosen = choose(all);
  if (chosen.length === 0) return "";
  const open =
    !text.endsWith("\n") &&
    chosen.at(-1) === last &&
    all.length > 0 &&
    chosen.length > 0 &&
    sameEnd(all, chosen);
  return chosen.join("\n") + (open ? "" : "\n");
}

const sameEnd = (all: readonly string[], chosen: readonly string[]): boolean =>
  chosen.length === all.length || all.slice(-chosen.length).every((line, i) => line === chosen[i]);

/** The first `count` bytes; with `fromEnd`, all but the last `-count`. */
export function firstBytes(text: string, count: number, fromEnd: boolean): string {
  const bytes = bytesOf(text);
  return textOf(bytes.subarray(0, fromEnd ? Math.max(0, bytes.length + count) : count));
}

/** The last `count` bytes; with `fromStart`, from byte `count` on. */
export function lastBytes(text: string, count: number, fromStart: boolean): string {
  const bytes = bytesOf(text);
  return textOf(
    fromStart
      ? bytes.subarray(Math.max(0, count - 1))
      : count === 0
        ? bytes.subarray(bytes.length)
        : bytes.subarray(-Math.abs(count)),
  );
}
