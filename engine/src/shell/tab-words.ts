import type { Options } from "./options.ts";

/** What `-t` says, or the digits of the older way to say it: `-4`, `-2,6`. */
export function tabWords(options: Options): readonly string[] {
  const digits = options.order.filter((letter) => /[\d,]/.test(letter)).join("");
  return [...options.values("t"), ...(digits === "" ? [] : [digits])];
}
