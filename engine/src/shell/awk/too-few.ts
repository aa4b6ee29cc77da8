import { formatText } from "../text/format-text.ts";
import { AwkProblem } from "./tokens-awk.ts";
import type { AwkWorld } from "./world-awk.ts";

/** mawk prints what it has words for, and ends. @throws {AwkProblem} */
export function tooFew(world: AwkWorld, format: string, words: readonly string[]): never {
  const parts = [...format.matchAll(/%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[a-zA-Z]/g)];
  world.print(formatText(format.slice(0, parts[words.length]?.index), words, "gnu", () => undefined).text);
  throw new AwkProblem(`not enough arguments passed to printf("${format}")`, true);
}
