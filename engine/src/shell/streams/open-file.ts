import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import type { Errno } from "../../vfs/errno.ts";
import { ROOT } from "../../vfs/file-system.ts";
import { join } from "../../vfs/path.ts";
import type { Input, Output, Process } from "../process.ts";
import { textOf } from "../text/bytes-text.ts";
import { FileOutput } from "./file-output.ts";
import { TextInput } from "./text-input.ts";

/** What stands behind file descriptors and `/dev/stdout`, of whoever opens. */
export interface Standard {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
}

const NOWHERE: Output = { write: () => undefined };

/** Is the path inside the kernel's own trees, where files can be neither made nor read by us? */
export const isKernelPath = (path: string): boolean => /^\/(proc|sys)\/./.test(path);

/** The whole text of a file. @throws {EngineError} NOT_SIMULATED where Drydock does not hold its bytes. */
export function readText(
  process: Process,
  path: string,
  standard: Standard = process,
): { readonly text: string } | Errno {
  const full = join(process.cwd, path);
  process.kernel.flush();
  const entry = process.files.stat(path.endsWith("/") ? `${full}/` : full);
  if (typeof entry === "string") {
    if (entry === "ENOENT" && isKernelPath(full))
      throw notSimulated(full, "the Linux kernel would answer here");
    return entry;
  }
  if (entry.kind === "directory") return "EISDIR";
  if (entry.kind === "device") {
    if (entry.name === "stdin") return { text: standard.stdin.rest() };
    if (["null", "tty", "stdout", "stderr"].includes(entry.name)) return { text: "" };
    throw notSimulated(`reading ${full} to its end`, "read on for ever");
  }
  const content = process.files.read(full);
  if (typeof content === "string") return content;
  if (content.bytes === undefined)
    throw notSimulated(
      `the bytes of ${full}`,
      `the real file has ${content.size} bytes that Drydock does not carry`,
    );
  process.kernel.spend(content.bytes.length >> 8);
  return { text: content.text?.includes("\uFFFD") ? textOf(content.bytes) : (content.text ?? "") };
}

/** Opens a file for reading. */
export function openInput(process: Process, path: string, standard: Standard): Input | Errno {
  if (path === "") return "ENOENT";
  if (join(process.cwd, path) === "/dev/stdin") return standard.stdin;
  const read = readText(process, path, standard);
  // A folder can be opened, and only who reads it is told.
  if (read === "EISDIR") {
    const fail = (): never => {
      throw notSimulated(
        `reading the folder ${path} as standard input`,
        "the program would print its own error",
      );
    };
    return { line: fail, rest: fail };
  }
  if (typeof read === "string") return read;
  const entry = process.files.stat(join(process.cwd, path));
  const size = typeof entry !== "string" && entry.kind === "file" ? entry.content.size : undefined;
  return new TextInput(read.text, size);
}

/** Opens a file for writing: made if it is missing, emptied unless `append`. `fresh` refuses an existing file. */
export function openOutput(
  process: Process,
  path: string,
  how: { readonly append?: boolean; readonly fresh?: boolean; readonly keep?: boolean },
  standard: Standard,
): Output | Errno {
  if (path === "") return "ENOENT";
  const { files, kernel } = process;
  const joined = join(process.cwd, path);
  const full = path.endsWith("/") ? `${joined}/` : joined;
  kernel.flush();
  const entry = files.stat(full);
  if (typeof entry === "string") {
    if (entry !== "ENOENT" || isKernelPath(full)) return entry;
    const errno = files.write(full, Content.of(""), 0o666 & ~process.umask);
    if (errno) return errno;
  } else if (entry.kind === "directory") return "EISDIR";
  else if (entry.kind === "device") {
    if (entry.name === "stdout" || entry.name === "tty") return standard.stdout;
    if (entry.name === "stderr") return standard.stderr;
    return NOWHERE;
  } else {
    if (how.fresh) return "EEXIST";
    if (!files.access(full, 2)) return "EACCES";
    const errno = how.append || how.keep ? undefined : files.write(full, Content.of(""));
    if (errno !== undefined) return errno;
  }
  const opened = files.stat(full);
  const real = files.realpath(full);
  if (typeof opened === "string" || typeof real === "string") return "ENOENT";
  return new FileOutput(kernel, files.as(ROOT), real.path, opened.inode, how.append ?? false);
}
