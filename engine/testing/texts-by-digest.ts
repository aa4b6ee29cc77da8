import type { LayerFiles } from "../src/daemon/bases/layer-files.ts";
import debianBookworm from "../bases/layers/debian-bookworm.json" with { type: "json" };
import debianTrixie from "../bases/layers/debian-trixie.json" with { type: "json" };
import { encode } from "../src/core/bytes.ts";
import { sha256 } from "../src/core/sha256.ts";

/**
 * Texts that a recorded base is told to hold by digest alone, and that Drydock's own bases hold in full: the accounts, the
 * release and their kind. Equal digests are equal bytes, so a USER of the recorded Debian is known too.
 */
export const textsByDigest: ReadonlyMap<string, string> = new Map(
  [debianBookworm, debianTrixie].flatMap(({ texts }: Pick<LayerFiles, "texts">) =>
    Object.values(texts ?? {}).map((text) => [sha256(encode(text)), text] as const),
  ),
);
