import type { Blob } from "../../../registry/registry-state.ts";
import type { Kind } from "../kind.ts";
import { fieldsOf } from "../fields-of.ts";

/** What a registry holds: its bytes are worked out when somebody asks, so they are asked for. */
export const blobKind: Kind<Blob> = {
  name: "blob",
  is: (value): value is Blob => "digest" in value && "bytes" in value && typeof value.bytes === "function",
  pack: ({ digest, size, bytes }) => ({ digest, size, bytes: bytes() }),
  unpack(packed) {
    const { digest, size, bytes } = fieldsOf<{
      digest: Blob["digest"];
      size: number;
      bytes: Uint8Array | undefined;
    }>(packed, "digest", "size");
    return { digest, size, bytes: () => bytes };
  },
};
