import { ignores, parseIgnore } from "@drydock/engine";
import type { Cause } from "../../check.ts";
import type { SentContext } from "./context.ts";

/** The first line of the ignore file that drops the path and behind which no line brings it back. */
export function ruleThatDrops(
  { ignoreName, ignoreText }: SentContext,
  path: string,
): { line: number; text: string; cause: Cause } | undefined {
  if (ignoreName === undefined) return undefined;
  let dropping: { line: number; text: string } | undefined;
  for (const [i, text] of ignoreText.split("\n").entries()) {
    if (text.trim() === "" || text.startsWith("#")) continue;
    const brings = text.trim().startsWith("!");
    if (!ignores(parseIgnore(text.replace(/^\s*!/, "")), path)) continue;
    dropping = brings ? undefined : (dropping ?? { line: i + 1, text });
  }
  if (!dropping) return undefined;
  const { line, text } = dropping;
  const range = { start: { line, column: 1 }, end: { line, column: text.length + 1 } };
  return { line, text, cause: { file: ignoreName, range } };
}
