import { type FileState, gunzip, isGzip, readTar } from "@drydock/engine";
import { Collector } from "./collector.ts";
import { limits, Refusal } from "./limits.ts";

/** Files of a tar, packed with gzip or not. */
export function readTarball(packed: Uint8Array): FileState {
  if (packed.length > limits.packedBytes)
    throw new Refusal(`it is larger than ${limits.packedBytes / 1024 / 1024} MiB`);
  const bytes = isGzip(packed) ? gunzip(packed) : packed;
  if ("error" in bytes) throw new Refusal(`it cannot be unpacked: ${bytes.error}`);
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
