import { shorten } from "../words/words.ts";

/** The last line that a program said, behind `before`; nothing where it said nothing. */
export function saidLast(said: string, before = ": "): string {
  const last = shorten(said.trim().split("\n").at(-1) ?? "", 200).replace(/\.+$/, "");
  return last === "" ? "" : `${before}${last}`;
}
