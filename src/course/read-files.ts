import { lstatSync, readFileSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { FileState } from "@drydock/engine";

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The bytes as text where they are text that keeps its bytes, else in base64. */
const content = (bytes: Buffer): string | { base64: string } => {
  try {
    return text.decode(bytes);
  } catch {
    return { base64: bytes.toString("base64") };
  }
};

/** A folder on disk as a file state. Modes other than 0644 are kept; an absent folder is empty. */
export const readFiles = (folder: string): FileState => {
  const state: Record<string, FileState[string]> = {};
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  } catch {
    return state;
  }
  for (const name of names) {
    const path = join(folder, name);
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) state[name] = { link: readlinkSync(path) };
    else if (stat.isFile()) {
      const value = content(readFileSync(path));
      const executable = (stat.mode & 0o100) !== 0;
      state[name] = executable && typeof value === "string" ? { text: value, mode: "0755" } : value;
    }
  }
  return state;
};
