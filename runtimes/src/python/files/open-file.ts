import { concat, Content, EngineError, type FileSystem, type Inode, notSimulated } from "@drydock/engine";

const LARGEST = 32 << 20;

/** What an open file is, as a value: a program that waits keeps it. */
export interface OpenFileState {
  /** With every symlink resolved. */
  readonly path: string;
  readonly inode: Inode;
  readonly append: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly at: number;
  /** The bytes when the name was last seen: an open file outlives its name. */
  readonly content: Content;
}

/** An open regular file. Writes are gathered until `flush`. */
export class OpenFile {
  #state: OpenFileState;
  readonly #files: FileSystem;
  readonly #onDirty: (file: OpenFile) => void;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;

  /** `files` must be able to read and write: permission was asked when the file was opened. */
  constructor(state: OpenFileState, files: FileSystem, onDirty: (file: OpenFile) => void) {
    this.#state = state;
    this.#files = files;
    this.#onDirty = onDirty;
  }

  get state(): OpenFileState {
    this.flush();
    return this.#state;
  }

  get path(): string {
    return this.#state.path;
  }

  read(room: Uint8Array): number {
    const bytes = this.#bytes();
    const { at } = this.#state;
    const part = bytes.subarray(at, at + room.length);
    room.set(part);
    this.#state = { ...this.#state, at: at + part.length };
    return part.length;
  }

  write(bytes: Uint8Array): number {
    if (this.#pendingBytes === 0) this.#onDirty(this);
    this.#pending.push(bytes.slice());
    this.#pendingBytes += bytes.length;
    if (this.#state.at + this.#pendingBytes > LARGEST)
      throw new EngineError("LIMIT", { what: "bytes in one file", limit: LARGEST });
    return bytes.length;
  }

  /** @returns the new position, undefined where it would be before the beginning */
  seek(offset: number, whence: number): number | undefined {
    const { at } = this.state;
    const from = whence === 0 ? 0 : whence === 1 ? at : this.#content().size;
    if (from + offset < 0) return undefined;
    this.#state = { ...this.#state, at: from + offset };
    return from + offset;
  }

  flush(): void {
    if (this.#pendingBytes === 0) return;
    const added = concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    const old = this.#bytes();
    const at = this.#state.append ? old.length : this.#state.at;
    const before = at <= old.length ? old.subarray(0, at) : concat([old, new Uint8Array(at - old.length)]);
    const content = Content.of(concat([before, added, old.subarray(at + added.length)]));
    if (this.#named()) this.#files.write(this.#state.path, content);
    this.#state = { ...this.#state, at: at + added.length, content };
  }

  /** Does the name still mean this file? */
  #named(): boolean {
    const entry = this.#files.lstat(this.#state.path);
    return typeof entry !== "string" && entry.kind === "file" && entry.inode === this.#state.inode;
  }

  #content(): Content {
    const entry = this.#files.lstat(this.#state.path);
    if (typeof entry !== "string" && entry.kind === "file" && entry.inode === this.#state.inode)
      this.#state = { ...this.#state, content: entry.content };
    return this.#state.content;
  }

  #bytes(): Uint8Array {
    this.flush();
    const { bytes, size } = this.#content();
    if (bytes) return bytes;
    throw notSimulated(
      `the bytes of ${this.#state.path}`,
      `the real file has ${size} bytes that Drydock does not carry`,
    );
  }
}
