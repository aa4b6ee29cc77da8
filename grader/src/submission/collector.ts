import { decode, encode, equalBytes, type FileState } from "@drydock/engine";
import { limits, Refusal } from "./limits.ts";

type Entry = FileState[string];

/**
 * Takes the files of a submission one by one, wherever they come from, and refuses what may not be in one.
 *
 * Modes are kept as git keeps them, 0644 or 0755: how a folder was checked out or packed must not change a verdict.
 */
export class Collector {
  readonly #files = new Map<string, Entry>();
  readonly #folded = new Map<string, string>();
  #entries = 0;
  #bytes = 0;

  /** Counts an entry and checks its name. The path without a leading `./`; undefined for the folder itself. */
  name(raw: string): string | undefined {
    if (++this.#entries > limits.entries) throw new Refusal(`it has more than ${limits.entries} entries`);
    const path = raw.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "");
    if (path === "" || path === ".") return undefined;
    checkPath(path);
    return path;
  }

  file(path: string, bytes: Uint8Array, executable: boolean): void {
    this.count(bytes.length, path);
    this.#put(path, fileEntry(bytes, executable));
  }

  link(path: string, target: string): void {
    if (target.length > limits.pathBytes || target.includes("\0"))
      throw new Refusal(`the link ${shown(path)} points nowhere that can be named`);
    this.#put(path, { link: target });
  }

  /** Adds to the sizes. For readers that must stop before a file is whole. */
  count(bytes: number, path: string): void {
    this.#bytes += bytes;
    if (bytes > limits.fileBytes)
      throw new Refusal(`${shown(path)} is larger than ${limits.fileBytes / 1024 / 1024} MiB`);
    if (this.#bytes > limits.unpackedBytes)
      throw new Refusal(`it holds more than ${limits.unpackedBytes / 1024 / 1024} MiB`);
  }

  /** All files, sorted by path. */
  files(): FileState {
    for (const path of this.#files.keys()) {
      for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        if (this.#files.has(path.slice(0, at)))
          throw new Refusal(`${shown(path.slice(0, at))} is both a file and a folder`);
      }
    }
    return Object.fromEntries([...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #put(path: string, entry: Entry): void {
    const folded = path.normalize("NFC").toLowerCase();
    const other = this.#folded.get(folded);
    if (other !== undefined) {
      throw new Refusal(
        other === path
          ? `${shown(path)} is in it twice`
          : `${shown(other)} and ${shown(path)} differ only in case`,
      );
    }
    this.#folded.set(folded, path);
    this.#files.set(path, entry);
  }
}

/** The name as a message may show it. */
const shown = (path: string): string => JSON.stringify(path.length > 80 ? `${path.slice(0, 79)}…` : path);

function checkPath(path: string): void {
  if (path.includes("\0")) throw new Refusal("a name in it holds a NUL");
  if (path.includes("\uFFFD")) throw new Refusal(`the name ${shown(path)} is not UTF-8`);
  if (path.includes("\\")) throw new Refusal(`the name ${shown(path)} holds a backslash`);
  if (path.startsWith("/")) throw new Refusal(`the path ${shown(path)} is absolute`);
  if (/^[a-zA-Z]:/.test(path)) throw new Refusal(`the path ${shown(path)} begins with a drive letter`);
  const parts = path.split("/");
  if (parts.includes("..")) throw new Refusal(`the path ${shown(path)} leaves the folder`);
  if (parts.includes("") || parts.includes("."))
    throw new Refusal(`the path ${shown(path)} is not in its plain form`);
  if (parts.length > limits.depth)
    throw new Refusal(`${shown(path)} lies more than ${limits.depth} folders deep`);
  if (encode(path).length > limits.pathBytes)
    throw new Refusal(`a path in it is longer than ${limits.pathBytes} bytes`);
  if (parts.includes("__proto__")) throw new Refusal(`the name ${shown(path)} is reserved`);
}

/** Text where the bytes are UTF-8, base64 where not. */
function fileEntry(bytes: Uint8Array, executable: boolean): Entry {
  const text = decode(bytes);
  const mode = executable ? "0755" : undefined;
  if (equalBytes(encode(text), bytes)) return mode === undefined ? text : { text, mode };
  const base64 = toBase64(bytes);
  return mode === undefined ? { base64 } : { base64, mode };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function toBase64(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    out.push(
      ALPHABET[word >> 18] ?? "",
      ALPHABET[(word >> 12) & 63] ?? "",
      left > 1 ? (ALPHABET[(word >> 6) & 63] ?? "") : "=",
      left > 2 ? (ALPHABET[word & 63] ?? "") : "=",
    );
  }
  return out.join("");
}
