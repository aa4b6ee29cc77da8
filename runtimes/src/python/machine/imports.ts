import { errnoNumber } from "../files/errno-number.ts";
import type { MachineExports } from "./exports.ts";
import type { Guest } from "./guest.ts";
import { invokes, LONGJMP } from "./invoke.ts";
import { MemoryView } from "./memory-view.ts";
import { putStat, type Stat } from "./stat-record.ts";
import { readCallable, readText, VALUE, writeObject, writeText } from "./values.ts";

/** References of this side that Python holds: the module `_host` and its one function. */
export const HOST_MODULE = 2;
const HOST_CALL = 3;
const FOLLOW_NOT = 0x100;
const REMOVE_FOLDER = 0x200;
const DIRENT = 280;

/** An i64 arrives as a bigint, whatever the type of the others says. */
const fromLong = (value: unknown): number => Number(value);

type Imported = (...values: number[]) => number | void;

/**
 * The functions that the module imports. Files are the guest's, time and randomness too: nothing here asks the host, so the
 * same program gives the same bytes everywhere.
 */
export function importsOf(
  machine: () => MachineExports,
  guest: () => Guest,
  outOfMemory: () => never,
): WebAssembly.Imports {
  const view = (): MemoryView => new MemoryView(machine().memory);
  const path = (at: number): string => view().string(at);
  const stat = (found: Stat | number, at: number): number => {
    if (typeof found === "number") return found;
    putStat(view(), at, found);
    return 0;
  };
  const vectors = (at: number, count: number): Uint8Array[] => {
    const memory = view();
    return Array.from({ length: count }, (_, i) => {
      const from = memory.int(at + 8 * i);
      return memory.bytes.subarray(from, from + memory.int(at + 8 * i + 4));
    });
  };
  const hostCall = (name: number, argument: number, out: number): void => {
    const exports = machine();
    const entry = readCallable(exports, name);
    if (entry !== undefined) guest().entry(entry);
    else writeText(exports, out, guest().call(readText(exports, name), readText(exports, argument)));
  };
  const env: Record<string, Imported> = {
    _emscripten_throw_longjmp() {
      throw LONGJMP;
    },
    _abort_js() {
      throw new Error("the interpreter gave up");
    },
    emscripten_resize_heap(size) {
      const { memory } = machine();
      try {
        memory.grow(Math.ceil(((size ?? 0) - memory.buffer.byteLength) / 65_536));
      } catch {
        outOfMemory();
      }
      return 1;
    },
    mp_js_random_u32: () => guest().random(),
    mp_js_ticks_ms: () => guest().now() % 0x4000_0000,
    mp_js_time_ms: () => guest().now(),
    lookup_attr(reference, name, out) {
      if (reference !== HOST_MODULE || path(name ?? 0) !== "call") return 0;
      writeObject(machine(), out ?? 0, HOST_CALL);
      return 1;
    },
    has_attr: (reference, name) => Number(reference === HOST_MODULE && path(name ?? 0) === "call"),
    call2(_function, _bound, name = 0, argument = 0, out = 0) {
      hostCall(name, argument, out);
      return 0;
    },
    calln(_function, _bound, _count, values = 0, out = 0) {
      hostCall(values, values + VALUE, out);
      return 0;
    },
    proxy_js_free_obj: () => undefined,
    __syscall_chdir: (name = 0) => guest().system.chdir(path(name)),
    __syscall_getcwd(at = 0, room = 0) {
      return view().putString(at, guest().system.cwd, room) ?? -errnoNumber.ERANGE;
    },
    __syscall_mkdirat: (_folder, name = 0, mode = 0) => guest().system.mkdir(path(name), mode),
    __syscall_openat: (_folder, name = 0, flags = 0, rest = 0) =>
      guest().system.open(path(name), flags, rest === 0 ? 0 : view().int(rest)),
    __syscall_renameat: (_from, from = 0, _to, to = 0) => guest().system.rename(path(from), path(to)),
    __syscall_rmdir: (name = 0) => guest().system.rmdir(path(name)),
    __syscall_unlinkat: (_folder, name = 0, flags = 0) =>
      flags & REMOVE_FOLDER ? guest().system.rmdir(path(name)) : guest().system.unlink(path(name)),
    __syscall_stat64: (name = 0, at = 0) => stat(guest().system.stat(path(name)), at),
    __syscall_lstat64: (name = 0, at = 0) => stat(guest().system.lstat(path(name)), at),
    __syscall_fstat64: (fd = 0, at = 0) => stat(guest().system.fstat(fd), at),
    __syscall_newfstatat: (_folder, name = 0, at = 0, flags = 0) =>
      stat(flags & FOLLOW_NOT ? guest().system.lstat(path(name)) : guest().system.stat(path(name)), at),
    __syscall_getdents64(fd = 0, at = 0, room = 0) {
      const entries = guest().system.entries(fd, Math.floor(room / DIRENT));
      if (typeof entries === "number") return entries;
      const memory = view();
      for (const [i, { name, inode, type, next }] of entries.entries()) {
        const here = at + i * DIRENT;
        memory.setLong(here, inode);
        memory.setLong(here + 8, next);
        memory.data.setInt16(here + 16, DIRENT, true);
        memory.bytes[here + 18] = type;
        memory.putString(here + 19, name, 256);
      }
      return entries.length * DIRENT;
    },
    // An overlay of a large disk, as Docker's: 4 KiB blocks.
    __syscall_statfs64(_name, _size, at = 0) {
      const memory = view();
      for (const offset of [4, 60]) memory.setInt(at + offset, 4096);
      for (const offset of [8, 16, 24, 32, 40]) memory.setLong(at + offset, 16_000_000);
      memory.setInt(at + 56, 255);
      return 0;
    },
    __syscall_poll: (_files, count = 0) => count,
  };
  const wasi: Record<string, Imported> = {
    fd_close: (fd = 0) => -guest().system.close(fd),
    fd_sync: (fd = 0) => -guest().system.sync(fd),
    fd_read(fd = 0, at = 0, count = 0, out = 0) {
      let read = 0;
      for (const room of vectors(at, count)) {
        const got = guest().system.read(fd, room);
        if (got < 0) return -got;
        read += got;
        if (got < room.length) break;
      }
      view().setInt(out, read);
      return 0;
    },
    fd_write(fd = 0, at = 0, count = 0, out = 0) {
      let written = 0;
      for (const bytes of vectors(at, count)) {
        const put = guest().system.write(fd, bytes);
        if (put < 0) return -put;
        written += put;
      }
      view().setInt(out, written);
      return 0;
    },
    fd_seek(fd = 0, offset, whence = 0, out = 0) {
      const at = guest().system.seek(fd, fromLong(offset), whence);
      if (at < 0) return -at;
      view().setLong(out, at);
      return 0;
    },
  };
  const invoke = invokes(machine);
  const missing =
    (name: string): Imported =>
    () => {
      throw new Error(`the interpreter asked for ${name}, which no program of Drydock's should`);
    };
  const withRest = (known: Record<string, Imported>): Record<string, Imported> =>
    new Proxy(known, {
      get: (all, name: string) => all[name] ?? invoke(name) ?? missing(name),
    });
  return { env: withRest(env), wasi_snapshot_preview1: withRest(wasi) };
}
