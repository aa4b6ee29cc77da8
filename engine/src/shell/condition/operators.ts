import type { Entry } from "../../vfs/entry.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import { isKernelPath } from "../streams/open-file.ts";
import type { Process } from "../process.ts";
import { type ConditionStyle, TestFailure } from "./test-failure.ts";

const UNARY = /^-[bcdefghknprstuwxzGLOS]$/;
const NUMERIC = new Set(["-eq", "-ne", "-lt", "-le", "-gt", "-ge"]);
const BINARY = new Set(["=", "!=", "<", ">", "-nt", "-ot", "-ef", ...NUMERIC]);

/** Does the word ask about the one after it? */
export const isUnary = (word: string | undefined, style: ConditionStyle): boolean =>
  word !== undefined && (UNARY.test(word) || ((style === "bash" || style === "gnu") && word === "-N"));

/** Does the word compare its neighbours? */
export const isBinary = (word: string | undefined, style: ConditionStyle): boolean =>
  word !== undefined && (BINARY.has(word) || (word === "==" && style !== "dash"));

/** `-n word`, `-f path` and their kind. @throws {TestFailure} */
export function testUnary(process: Process, operator: string, word: string, style: ConditionStyle): boolean {
  if (operator === "-n") return word !== "";
  if (operator === "-z") return word === "";
  if (operator === "-t") return terminalOf(process, integer(word, style)) !== undefined;
  return testFile(process, operator, word);
}

/** `-f path` and its kind. */
export function testFile(process: Process, operator: string, path: string): boolean {
  if (operator === "-t") return terminalOf(process, Number(path)) !== undefined;
  if (path === "") return false;
  const { files } = process;
  process.kernel.flush();
  const full = join(process.cwd, path) + (path.endsWith("/") && path !== "/" ? "/" : "");
  const entry = operator === "-h" || operator === "-L" ? files.lstat(full) : files.stat(full);
  if (entry === "ENOENT" && isKernelPath(full))
    throw notSimulated(full, "the Linux kernel would answer here");
  if (typeof entry === "string") return false;
  switch (operator) {
    case "-e":
      return true;
    case "-f":
      return entry.kind === "file";
    case "-d":
      return entry.kind === "directory";
    case "-h":
    case "-L":
      return entry.kind === "symlink";
    case "-c":
      return entry.kind === "device";
    case "-s":
      return sizeOf(entry) > 0;
    case "-r":
      return files.access(full, 4);
    case "-w":
      return files.access(full, 2);
    case "-x":
      return files.access(full, 1);
    case "-u":
      return (entry.mode & 0o4000) !== 0;
    case "-g":
      return (entry.mode & 0o2000) !== 0;
    case "-k":
      return (entry.mode & 0o1000) !== 0;
    case "-O":
      return entry.uid === process.credentials.uid;
    case "-G":
      return entry.gid === process.credentials.gid;
    default:
      return false;
  }
}

const sizeOf = (entry: Entry): number =>
  entry.kind === "file" ? entry.content.size : entry.kind === "directory" ? 4096 : 0;

/** What of a terminal is behind a descriptor. */
function terminalOf({ stdin, stdout, stderr }: Process, descriptor: bigint | number): string | undefined {
  return [stdin, stdout, stderr][Number(descriptor)]?.terminal;
}

function integer(word: string, style: ConditionStyle): bigint {
  const match = /^\s*([-+]?\d+)\s*$/.exec(word);
  if (!match) throw new TestFailure("number", word);
  const value = BigInt(match[1] ?? "0");
  if (style !== "gnu" && BigInt.asIntN(64, value) !== value) throw new TestFailure("range", word);
  return value;
}

/** `a = b`, `1 -lt 2`, `x -nt y`. @throws {TestFailure} */
export function testBinary(
  process: Process,
  left: string,
  operator: string,
  right: string,
  style: ConditionStyle,
): boolean {
  if (NUMERIC.has(operator)) {
    const [a, b] = [integer(left, style), integer(right, style)];
    switch (operator) {
      case "-eq":
        return a === b;
      case "-ne":
        return a !== b;
      case "-lt":
        return a < b;
      case "-le":
        return a <= b;
      case "-gt":
        return a > b;
      default:
        return a >= b;
    }
  }
  if (operator === "=" || operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  if (operator === "<") return left < right;
  if (operator === ">") return left > right;
  const [a, b] = [left, right].map((path) => process.files.stat(join(process.cwd, path)));
  const missing = (entry: Entry | string | undefined): entry is string | undefined =>
    entry === undefined || typeof entry === "string";
  if (operator === "-ef") return !missing(a) && !missing(b) && a.inode === b.inode;
  // bash and coreutils: a file that is missing is older than any; dash and busybox compare none with it.
  if ((style === "dash" || style === "busybox") && (missing(a) || missing(b))) return false;
  if (operator === "-ot") return !missing(b) && (missing(a) || a.mtime < b.mtime);
  return !missing(a) && (missing(b) || a.mtime > b.mtime);
}
