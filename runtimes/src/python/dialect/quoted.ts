/** A string as a literal in ASCII, on one line. */
export function quoted(text: string, bytes = false): string {
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === "\\") out += `\\${character}`;
    else if (code >= 32 && code < 127) out += character;
    else if (code < 128 || (bytes && code < 256)) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code < 0x10000) out += `\\u${code.toString(16).padStart(4, "0")}`;
    else out += `\\U${code.toString(16).padStart(8, "0")}`;
  }
  return `${bytes ? "b" : ""}"${out}"`;
}
