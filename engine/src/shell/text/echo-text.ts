import { unescapeText } from "./unescape-text.ts";

/**
 * What echo prints. dash's own echo takes `-n` alone and always reads backslashes; those of busybox, bash and coreutils
 * take `-n`, `-e` and `-E`.
 */
export function echoText(args: readonly string[], style: "dash" | "ash" | "bash"): string {
  let at = 0;
  let newline = true;
  let escapes = style === "dash";
  for (; at < args.length; at++) {
    const word = args[at] ?? "";
    if (!(style === "dash" ? /^-n$/ : /^-[neE]+$/).test(word)) break;
    for (const letter of word.slice(1)) {
      if (letter === "n") newline = false;
      else escapes = letter === "e";
    }
    if (style === "dash") {
      at++;
      break;
    }
  }
  const text = args.slice(at).join(" ");
  const end = newline ? "\n" : "";
  if (!escapes || !text.includes("\\")) return text + end;
  const read = unescapeText(text, "echo", style);
  return read.stopped ? read.text : read.text + end;
}
