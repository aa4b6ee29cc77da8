import { concat } from "../../core/bytes.ts";
import { EngineError } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import type { Inode } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import type { Kernel, Output } from "../process.ts";
import { bytesOf } from "../text/bytes-text.ts";

const LARGEST = 32 << 20;

/** A file that is open for writing. Writes are gathered and reach the tree when the kernel flushes. */
export class FileOutput implements Output {
  readonly #kernel: Kernel;
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #inode: Inode;
  readonly #append: boolean;
  #at = 0;
  #pending = "";

  /** `files` must be able to write: permission was asked when the file was opened. */
  constructor(kernel: Kernel, files: FileSystem, path: string, inode: Inode, append: boolean) {
    this.#kernel = kernel;
    this.#files = files;
    this.#path = path;
    this.#inode = inode;
    this.#append = append;
  }

  write(text: string): void {
    if (text === "") return;
    if (this.#pending === "") this.#kernel.unsaved(this);
    this.#pending += text;
    if (this.#at + this.#pending.length > LARGEST)
      throw new EngineError("LIMIT", { what: "bytes in one file", limit: LARGEST });
  }

  flush(): void {
    if (this.#pending === "") return;
    const added = bytesOf(this.#pending);
    this.#pending = "";
    const entry = this.#files.stat(this.#path);
    if (typeof entry === "string" || entry.kind !== "file" || entry.inode !== this.#inode) return;
    const old = entry.content.bytes ?? new Uint8Array();
    this.#kernel.spend(old.length >> 10);
    const at = this.#append ? old.length : this.#at;
    const before = at <= old.length ? old.subarray(0, at) : concat([old, new Uint8Array(at - old.length)]);
    this.#at = at + added.length;
    const whole =
      before.length === 0 && old.length <= this.#at ? added : concat([before, added, old.subarray(this.#at)]);
    this.#files.write(this.#path, Content.of(whole));
  }
}
