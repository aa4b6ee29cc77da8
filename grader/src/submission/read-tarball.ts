import { decompress, type FileState, isEngineError, readTar } from "@drydock/engine";
import { Collector } from "./collector.ts";
import { limits, Refusal } from "./limits.ts";

const BLOCK = 512;

/** Files of a tar, packed with gzip, bzip2, xz or not at all. */
export function readTarball(packed: Uint8Array): FileState {
  if (packed.length > limits.packedBytes)
    throw new Refusal(`it is larger than ${limits.packedBytes / 1024 / 1024} MiB`);
  const bytes = unpacked(packed);
  if ("error" in bytes) throw new Refusal(`it cannot be unpacked: ${bytes.error}`);
  if (bytes.length % BLOCK !== 0) throw new Refusal("it is no tar that can be read: it is cut off");
  const members = readTar(bytes);
  if ("error" in members) throw new Refusal(`it is no tar that can be read: ${members.error}`);
  const collector = new Collector();
  for (const { name, type, mode, target, bytes: body } of members) {
    const path = collector.name(name);
    if (type === "device") throw new Refusal(`${JSON.stringify(name)} is a device`);
    if (type === "link")
      throw new Refusal(`${JSON.stringify(name)} is a hard link to ${JSON.stringify(target)}`);
    if (path === undefined || type === "directory") continue;
    if (type === "symlink") collector.link(path, target);
    else collector.file(path, body, (mode & 0o100) !== 0);
  }
  return collector.files();
}

function unpacked(packed: Uint8Array): ReturnType<typeof decompress> {
  try {
    return decompress(packed);
  } catch (error) {
    if (isEngineError(error, "NOT_SIMULATED")) throw new Refusal(`it is packed with ${error.data.what}`);
    throw error;
  }
}
