import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readBaseEntry } from "./base-entry.ts";
import type { BaseEntry, PackedBase, RecordedBase } from "./recorded-base.ts";

const FOLDER = join(import.meta.dirname, "../bases");

/** All recorded base images. */
export function loadBases(): RecordedBase[] {
  const packed = new Map<string, PackedBase>(
    readdirSync(FOLDER)
      .toSorted()
      .map((file) => [file.replace(/\.json$/, ""), JSON.parse(readFileSync(join(FOLDER, file), "utf8"))]),
  );
  return [...packed.values()].map((base) => {
    const { references, id, size, config, diffId } = base;
    return {
      refs: references,
      id,
      size,
      config,
      layers: [{ diffId, entries: Object.fromEntries(entriesOf(base, packed)) }],
    };
  });
}

function entriesOf(
  { over, gone = [], folders, texts }: PackedBase,
  packed: ReadonlyMap<string, PackedBase>,
): Map<string, BaseEntry> {
  const under = over === undefined ? undefined : packed.get(over);
  const entries = under === undefined ? new Map<string, BaseEntry>() : entriesOf(under, packed);
  for (const path of gone) entries.delete(path);
  for (const [folder, lines] of Object.entries(folders)) {
    for (const line of lines) {
      const { name, entry } = readBaseEntry(line);
      const path = folder === "" ? name : `${folder}/${name}`;
      const text = texts[path];
      entries.set(path, text === undefined ? entry : { ...entry, text });
    }
  }
  // A folder stands before what it holds, a file before its other names.
  return new Map(
    [...entries].toSorted(
      ([a, one], [b, two]) =>
        Number(one.type === "hardlink") - Number(two.type === "hardlink") || (a < b ? -1 : 1),
    ),
  );
}
