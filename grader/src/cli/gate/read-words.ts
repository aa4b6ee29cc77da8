import { readFileSync, statSync } from "node:fs";

/** The text of a file that a lesson's author writes; or one line that says why it cannot be read. */
export function readWords(file: string): { readonly text: string } | { readonly problem: string } {
  if (!statSync(file).isFile()) return { problem: `${file}:1:1: expected a file, found something else` };
  const bytes = readFileSync(file);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const line = bytes.toString("latin1").split("\n").findIndex(notUtf8);
    return { problem: `${file}:${line + 1}:1: this is not UTF-8: save the file in that encoding` };
  }
}

const notUtf8 = (line: string): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1"));
    return false;
  } catch {
    return true;
  }
};
