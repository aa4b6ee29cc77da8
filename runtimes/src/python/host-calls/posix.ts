import { Content, type Errno } from "@drydock/engine";
import { errnoNumber } from "../files/errno-number.ts";
import { statOf } from "../machine/stat-record.ts";
import type { PythonProcess } from "../process/python-process.ts";
import type { HostCall, Question } from "./host-call.ts";

type Operation = (caller: PythonProcess, path: string, question: Question) => unknown;
const told = (errno: Errno | undefined): unknown => (errno ? { errno: errnoNumber[errno] } : null);

const operations: Readonly<Record<string, Operation>> = {
  chmod: ({ process }, path, question) => told(process.files.chmod(path, question.number("mode"))),
  chown({ process }, path, question) {
    const id = (name: string): number | undefined =>
      question.number(name) < 0 ? undefined : question.number(name);
    return told(process.files.chown(path, id("uid"), id("gid"), !question.has("link")));
  },
  link: (caller, path, question) => told(caller.process.files.link(path, caller.path(question.text("to")))),
  symlink: ({ process }, path, question) => told(process.files.symlink(question.text("target"), path)),
  readlink({ process }, path) {
    const entry = process.files.lstat(path);
    if (typeof entry === "string") return told(entry);
    return entry.kind === "symlink" ? entry.target : told("EINVAL");
  },
  lstat({ process }, path) {
    const entry = process.files.lstat(path);
    return typeof entry === "string" ? told(entry) : statOf(entry, path);
  },
  realpath({ process }, path) {
    const real = process.files.realpath(path);
    return typeof real === "string" ? told(real) : real.path;
  },
  access: ({ process }, path, question) =>
    question.number("mode") === 0
      ? process.files.exists(path)
      : process.files.access(path, question.number("mode")),
  utime: ({ process }, path, question) =>
    told(process.files.touch(path, Math.floor(question.number("mtime")))),
  truncate({ process }, path, question) {
    const content = process.files.read(path);
    if (typeof content === "string") return told(content);
    const bytes = new Uint8Array(question.number("length"));
    bytes.set((content.bytes ?? new Uint8Array()).subarray(0, bytes.length));
    return told(process.files.write(path, Content.of(bytes)));
  },
  umask({ process }, _path, question) {
    const before = process.umask;
    process.umask = question.number("mask") & 0o777;
    return before;
  },
};

/**
 * `{operation, path, …}`: calls on files that MicroPython has no system call for. @returns its result, null, or `{errno}`, a
 * number of Linux.
 */
export const posix: HostCall = {
  name: "posix",
  answer(caller, question) {
    const operation = operations[question.text("operation")];
    if (!operation) throw new Error(`no operation ${question.text("operation")}`);
    caller.process.kernel.flush();
    return operation(caller, caller.path(question.text("path")), question);
  },
};
