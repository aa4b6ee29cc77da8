import { encode, decode } from "../core/bytes.ts";
import { type Digest, digestOf } from "../core/digest.ts";
import { countBytes } from "./byte-budget.ts";

/**
 * The bytes of a file, or what is known of them.
 *
 * A file of a base image or a package is often known by size and digest alone: then `bytes` is undefined, and whoever
 * needs them says that Drydock does not hold them. `program` names what runs when the file is executed.
 */
export class Content {
  readonly size: number;
  readonly bytes: Uint8Array | undefined;
  readonly program: string | undefined;
  /** What stands in for bytes that are not known. */
  readonly #identity: string;
  #digest: Digest | undefined;
  #text: string | undefined;

  private constructor(size: number, bytes: Uint8Array | undefined, identity: string, program?: string) {
    this.size = size;
    this.bytes = bytes;
    this.#identity = identity;
    this.program = program;
  }

  /** @throws {EngineError} LIMIT where too many bytes are made: see `withinBytes` */
  static of(data: Uint8Array | string, program?: string): Content {
    const bytes = typeof data === "string" ? encode(data) : data;
    countBytes(bytes.length);
    return new Content(bytes.length, bytes, "", program);
  }

  /** Known by size alone. `identity` stands in for the digest of bytes that nobody here has seen: same words, same content. */
  static declared(size: number, identity: string, program?: string): Content {
    return new Content(size, undefined, identity, program);
  }

  /** What `declared` was told; undefined where the bytes are known. */
  get identity(): string | undefined {
    return this.bytes ? undefined : this.#identity;
  }

  /** Digest of the bytes; for declared content a stand-in that is equal for equal declarations. Computed once. */
  get digest(): Digest {
    return (this.#digest ??= digestOf(this.bytes ?? `declared ${this.size} ${this.#identity}`));
  }

  /** The bytes as UTF-8 text, decoded once; undefined where the bytes are not known. */
  get text(): string | undefined {
    return (this.#text ??= this.bytes && decode(this.bytes));
  }
}
