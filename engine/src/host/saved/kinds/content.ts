import { encode, equalBytes } from "../../../core/bytes.ts";
import { Content } from "../../../vfs/content.ts";
import { isNumber, isText, maybe, objectOf } from "../../../core/shape.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import type { Kind } from "../kind.ts";

interface Packed {
  readonly program: string | undefined;
  /** A text, bytes that are none, or the words that stand for bytes that nobody has. */
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly identity?: string;
  readonly size?: number;
}

const isPacked = objectOf<Packed>({
  program: maybe(isText),
  text: maybe(isText),
  bytes: maybe((value): value is Uint8Array => value instanceof Uint8Array),
  identity: maybe(isText),
  size: maybe(isNumber),
});

/** The content of a file. */
export const contentKind: Kind<Content> = {
  name: "content",
  is: (value) => value instanceof Content,
  pack(content): Packed {
    const { bytes, text = "", program, size, identity } = content;
    if (!bytes) return { program, identity: identity ?? "", size };
    return equalBytes(encode(text), bytes) ? { program, text } : { program, bytes };
  },
  unpack(packed) {
    if (!isPacked(packed)) throw new DamagedGraph("the content of a file is none");
    const { program, text, bytes, identity, size } = packed;
    return text === undefined && bytes === undefined
      ? Content.declared(size ?? 0, identity ?? "", program)
      : Content.of(text ?? bytes ?? "", program);
  },
};
