import { decode, equalBytes, type FileState } from "@drydock/engine";
import { configure, type Entry, ERR_UNSAFE_FILENAME, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { Collector } from "./collector.ts";
import { limits, Refusal } from "./limits.ts";

const SYMLINK = 0o120000;
const REGULAR = 0o100000;
const KIND = 0o170000;
const LOCAL_HEADER = 0x04034b50;

/** Files of a zip. What comes out is counted as it comes: the sizes that an archive tells of itself are not believed. */
export async function readZip(bytes: Uint8Array): Promise<FileState> {
  if (bytes.length > limits.packedBytes)
    throw new Refusal(`it is larger than ${limits.packedBytes / 1024 / 1024} MiB`);
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
  const collector = new Collector();
  let out = 0;
  /* The library wraps what a sink throws in errors of streams: the first refusal is kept here. */
  let refusal: Refusal | undefined;
  const refuse = (why: string): Refusal => (refusal ??= new Refusal(why));
  try {
    const entries: Entry[] = [];
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > limits.entries) throw new Refusal(`it has more than ${limits.entries} entries`);
    }
    for (const entry of entries) {
      const name = decode(entry.rawFilename);
      const path = collector.name(name);
      if (!hasOneName(bytes, entry)) throw new Refusal(`${JSON.stringify(name)} has two names in it`);
      if (entry.encrypted) throw new Refusal("an entry in it is encrypted");
      const kind = (entry.externalFileAttributes >>> 16) & KIND;
      if (path === undefined || entry.directory || name.endsWith("/")) continue;
      if (kind !== 0 && kind !== REGULAR && kind !== SYMLINK)
        throw new Refusal(`${JSON.stringify(path)} is neither a file nor a link`);
      const parts: Uint8Array[] = [];
      let size = 0;
      const sink = new WritableStream<Uint8Array>({
        write(chunk) {
          size += chunk.length;
          out += chunk.length;
          if (size > limits.fileBytes)
            throw refuse(`${JSON.stringify(path)} is larger than ${limits.fileBytes / 1024 / 1024} MiB`);
          if (out > limits.unpackedBytes)
            throw refuse(`it holds more than ${limits.unpackedBytes / 1024 / 1024} MiB`);
          if (out > limits.ratioFrom && out > bytes.length * limits.ratio)
            throw refuse(`it grows more than ${limits.ratio} times when it is unpacked`);
          parts.push(chunk);
        },
      });
      await entry.getData(sink, { checkSignature: true });
      const whole = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      if (kind === SYMLINK) collector.link(path, decode(whole));
      else collector.file(path, whole, ((entry.externalFileAttributes >>> 16) & 0o100) !== 0);
    }
  } catch (error) {
    if (refusal) throw refusal;
    if (error instanceof Refusal) throw error;
    const message = error instanceof Error ? error.message : "unknown";
    throw new Refusal(
      message === ERR_UNSAFE_FILENAME
        ? "a path in it is absolute, begins with a drive letter or leaves the folder"
        : `it is no zip that can be read (${message})`,
    );
  } finally {
    await reader.close().catch(() => undefined);
  }
  return collector.files();
}

/** An entry is named before its data and in the list at the end; other readers take the first name. */
function hasOneName(bytes: Uint8Array, { offset, rawFilename }: Entry): boolean {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || header.getUint32(offset, true) !== LOCAL_HEADER) return true;
  const length = header.getUint16(offset + 26, true);
  return equalBytes(bytes.subarray(offset + 30, offset + 30 + length), rawFilename);
}
