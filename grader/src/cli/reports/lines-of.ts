import { fstatSync, readSync } from "node:fs";

const CHUNK = 1 << 16;
const LF = 10;

/** Lines of an open file that end with a line feed, without it, and where each begins. What comes after the last line feed is no line. */
export function* linesOf(
  file: number,
): Generator<{ readonly from: number; readonly line: Buffer }, { readonly rest: number }> {
  const { size } = fstatSync(file);
  let held: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < size; at += CHUNK) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
    readSync(file, chunk, 0, chunk.length, at);
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      const line = Buffer.concat([...held, chunk.subarray(start, end)]);
      yield { from, line };
      from += line.length + 1;
      held = [];
      start = end + 1;
    }
    held.push(chunk.subarray(start));
  }
  return { rest: size - from };
}
