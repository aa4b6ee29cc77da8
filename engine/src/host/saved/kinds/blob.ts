import type { Blob } from "../../../registry/registry-state.ts";
import type { Kind } from "../kind.ts";
import { isNumber, maybe, objectOf } from "../../../core/shape.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import { isDigestText } from "../shapes/digest-shape.ts";

const isPacked = objectOf<{
  readonly digest: Blob["digest"];
  readonly size: number;
  readonly bytes: Uint8Array | undefined;
}>({
  digest: isDigestText,
  size: isNumber,
  bytes: maybe((value): value is Uint8Array => value instanceof Uint8Array),
});

/** What a registry holds: its bytes are worked out when somebody asks, so they are asked for. */
export const blobKind: Kind<Blob> = {
  name: "blob",
  is: (value): value is Blob => "digest" in value && "bytes" in value && typeof value.bytes === "function",
  pack: ({ digest, size, bytes }) => ({ digest, size, bytes: bytes() }),
  unpack(packed) {
    if (!isPacked(packed)) throw new DamagedGraph("a blob is none");
    const { digest, size, bytes } = packed;
    return { digest, size, bytes: () => bytes };
  },
};
