import { Content, type Entry, type Errno, joinPath, notSimulated, type Process, ROOT } from "@drydock/engine";
import { type Stat, statOf } from "../machine/stat-record.ts";
import type { Descriptor, DescriptorState, FolderEntry } from "./descriptor.ts";
import { type DeviceHost, readDevice, writeDevice } from "./device.ts";
import { errnoNumber } from "./errno-number.ts";
import { OpenFile } from "./open-file.ts";

const ACCESS = 3;
const READ_ONLY = 0;
const WRITE_ONLY = 1;
const CREATE = 0o100;
const EXCLUSIVE = 0o200;
const TRUNCATE = 0o1000;
const APPEND = 0o2000;
const FOLDER = 0o200000;
const FIRST_FILE = 3;
const TYPES: Readonly<Record<Entry["kind"], number>> = { directory: 4, file: 8, symlink: 10, device: 2 };

/** Open files and current folder of a program, as a value. */
export interface SystemState {
  readonly cwd: string;
  readonly open: ReadonlyMap<number, DescriptorState>;
}

/** What the calls need of the process that makes them. */
export type Caller = Pick<Process, "files" | "umask"> & {
  cwd: string;
  readonly kernel: Pick<Process["kernel"], "spend" | "flush" | "unsaved">;
};

/** POSIX calls over the container's files. A failure is the negative number of its errno, as the kernel gives it. */
export class SystemCalls {
  readonly #process: Caller;
  readonly #host: DeviceHost;
  readonly #open = new Map<number, Descriptor>();

  constructor(process: Caller, host: DeviceHost, before?: SystemState) {
    this.#process = process;
    this.#host = host;
    if (!before) return;
    process.cwd = before.cwd;
    for (const [fd, one] of before.open)
      this.#open.set(fd, one.kind === "file" ? { kind: "file", file: this.#fileOf(one.file) } : { ...one });
  }

  get state(): SystemState {
    const open = new Map<number, DescriptorState>();
    for (const [fd, one] of this.#open)
      open.set(fd, one.kind === "file" ? { kind: "file", file: one.file.state } : { ...one });
    return { cwd: this.cwd, open };
  }

  get cwd(): string {
    return this.#process.cwd;
  }

  open(name: string, flags: number, mode: number): number {
    const { files, kernel, umask } = this.#process;
    const path = this.#path(name);
    const writes = (flags & ACCESS) !== READ_ONLY;
    kernel.flush();
    let entry = files.stat(path);
    if (entry === "ENOENT" && flags & CREATE && !isKernelPath(path)) {
      const errno = files.write(path, Content.of(""), mode & 0o777 & ~umask);
      if (errno) return -errnoNumber[errno];
      entry = files.stat(path);
    } else if (typeof entry !== "string" && flags & CREATE && flags & EXCLUSIVE) return -errnoNumber.EEXIST;
    if (typeof entry === "string") return this.#failed(entry, path);
    if (flags & FOLDER && entry.kind !== "directory") return -errnoNumber.ENOTDIR;
    if (entry.kind === "directory") {
      if (writes) return -errnoNumber.EISDIR;
      return this.#folder(path);
    }
    const reads = (flags & ACCESS) !== WRITE_ONLY;
    if ((reads && !files.access(path, 4)) || (writes && !files.access(path, 2))) return -errnoNumber.EACCES;
    if (entry.kind === "device")
      return this.#put({ kind: "device", name: entry.name, stat: statOf(entry, path) });
    if (writes && flags & TRUNCATE) {
      const errno = files.write(path, Content.of(""));
      if (errno) return -errnoNumber[errno];
    }
    const opened = files.stat(path);
    const real = files.realpath(path);
    if (typeof opened === "string" || opened.kind !== "file" || typeof real === "string")
      return -errnoNumber.ENOENT;
    const { inode, content } = opened;
    const file = this.#fileOf({
      path: real.path,
      inode,
      content,
      append: Boolean(flags & APPEND),
      readable: reads,
      writable: writes,
      at: 0,
    });
    return this.#put({ kind: "file", file });
  }

  close(fd: number): number {
    const one = this.#open.get(fd);
    if (!one) return fd < FIRST_FILE ? 0 : -errnoNumber.EBADF;
    if (one.kind === "file") one.file.flush();
    this.#open.delete(fd);
    return 0;
  }

  sync(fd: number): number {
    const one = this.#open.get(fd);
    if (one?.kind === "file") one.file.flush();
    return 0;
  }

  read(fd: number, room: Uint8Array): number {
    this.#process.kernel.spend(1 + (room.length >> 12));
    if (fd === 0) return this.#host.stdin.read(room);
    const one = this.#open.get(fd);
    if (!one) return -errnoNumber.EBADF;
    if (one.kind === "folder") return -errnoNumber.EISDIR;
    return one.kind === "device" ? readDevice(one.name, room, this.#host) : one.file.read(room);
  }

  write(fd: number, bytes: Uint8Array): number {
    this.#process.kernel.spend(bytes.length >> 12);
    if (fd === 1 || fd === 2) {
      this.#host.write(fd, bytes);
      return bytes.length;
    }
    const one = this.#open.get(fd);
    if (!one || one.kind === "folder") return -errnoNumber.EBADF;
    return one.kind === "device" ? writeDevice(one.name, bytes, this.#host) : one.file.write(bytes);
  }

  seek(fd: number, offset: number, whence: number): number {
    const one = this.#open.get(fd);
    if (!one) return fd < FIRST_FILE ? -errnoNumber.ESPIPE : -errnoNumber.EBADF;
    if (one.kind === "device") return 0;
    if (one.kind === "file") return one.file.seek(offset, whence) ?? -errnoNumber.EINVAL;
    one.at = offset;
    return offset;
  }

  entries(fd: number, most: number): readonly FolderEntry[] | number {
    const one = this.#open.get(fd);
    if (!one) return -errnoNumber.EBADF;
    if (one.kind !== "folder") return -errnoNumber.ENOTDIR;
    const part = one.entries.slice(one.at, one.at + most);
    one.at += part.length;
    return part;
  }

  stat(name: string): Stat | number {
    return this.#stat(name, (path) => this.#process.files.stat(path));
  }

  lstat(name: string): Stat | number {
    return this.#stat(name, (path) => this.#process.files.lstat(path));
  }

  fstat(fd: number): Stat | number {
    const one = this.#open.get(fd);
    if (!one) return -errnoNumber.EBADF;
    if (one.kind === "device") return one.stat;
    return one.kind === "folder" ? this.stat(one.path) : this.stat(one.file.path);
  }

  chdir(name: string): number {
    const path = this.#path(name);
    const entry = this.#process.files.stat(path);
    if (typeof entry === "string") return this.#failed(entry, path);
    if (entry.kind !== "directory") return -errnoNumber.ENOTDIR;
    if (!this.#process.files.access(path, 1)) return -errnoNumber.EACCES;
    const real = this.#process.files.realpath(path);
    this.#process.cwd = typeof real === "string" ? path : real.path;
    return 0;
  }

  mkdir(name: string, mode: number): number {
    return this.#change(() =>
      this.#process.files.mkdir(this.#path(name), mode & 0o1777 & ~this.#process.umask),
    );
  }

  rmdir(name: string): number {
    return this.#change(() => this.#process.files.rmdir(this.#path(name)));
  }

  unlink(name: string): number {
    return this.#change(() => this.#process.files.unlink(this.#path(name)));
  }

  rename(from: string, to: string): number {
    return this.#change(() => this.#process.files.rename(this.#path(from), this.#path(to)));
  }

  #change(change: () => Errno | undefined): number {
    this.#process.kernel.spend(1);
    this.#process.kernel.flush();
    const errno = change();
    return errno === undefined ? 0 : -errnoNumber[errno];
  }

  #stat(name: string, look: (path: string) => Entry | Errno): Stat | number {
    this.#process.kernel.spend(1);
    this.#process.kernel.flush();
    const path = this.#path(name);
    const entry = look(path);
    return typeof entry === "string" ? this.#failed(entry, path) : statOf(entry, path);
  }

  #failed(errno: Errno, path: string): number {
    if (errno === "ENOENT" && isKernelPath(path))
      throw notSimulated(path, "the Linux kernel would answer here");
    return -errnoNumber[errno];
  }

  #folder(path: string): number {
    const { files, kernel } = this.#process;
    const names = files.list(path);
    if (typeof names === "string") return -errnoNumber[names];
    const folder = files.stat(path);
    if (typeof folder !== "string" && folder.kind === "directory" && folder.bulk)
      throw notSimulated(
        `the names in ${path}`,
        `list ${folder.bulk.files} files that Drydock counts and does not name`,
      );
    kernel.spend(names.length >> 3);
    const entries = [".", "..", ...names].map((name, i) => {
      const entry = files.lstat(`${path}/${name}`);
      const kind = typeof entry === "string" ? "directory" : entry.kind;
      return { name, inode: i + 2, type: TYPES[kind], next: i + 1 };
    });
    return this.#put({ kind: "folder", path, entries, at: 0 });
  }

  #put(descriptor: Descriptor): number {
    let fd = FIRST_FILE;
    while (this.#open.has(fd)) fd++;
    this.#open.set(fd, descriptor);
    return fd;
  }

  #fileOf(state: OpenFile["state"]): OpenFile {
    const { files, kernel } = this.#process;
    return new OpenFile(state, files.as(ROOT), (file) => kernel.unsaved(file));
  }

  #path(name: string): string {
    const full = joinPath(this.#process.cwd, name);
    return name.endsWith("/") && full !== "/" ? `${full}/` : full;
  }
}

const isKernelPath = (path: string): boolean => /^\/(proc|sys)\/./.test(path);
