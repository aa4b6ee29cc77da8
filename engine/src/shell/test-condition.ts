import type { Entry } from "../vfs/entry.ts";
import { join } from "../vfs/path.ts";
import type { Process } from "./process.ts";
import { nested } from "./nested.ts";

/** An answer that cannot be given; the words are the dialect's own. */
export interface TestProblem {
  readonly kind: "number" | "operator" | "argument" | "paren";
  readonly word: string;
  /** The word before it. */
  readonly before?: string | undefined;
}

export class TestFailure {
  readonly problem: TestProblem;
  constructor(kind: TestProblem["kind"], word: string, before?: string) {
    this.problem = { kind, word, before };
  }
}

const FILE_TESTS = "bcdefgGhkLNOprsStuwx";
const UNARY = new RegExp(`^-[nz${FILE_TESTS}]$`);
const NUMERIC = new Set(["-eq", "-ne", "-lt", "-le", "-gt", "-ge"]);
const BINARY = new Set(["=", "!=", "<", ">", "-nt", "-ot", "-ef", ...NUMERIC]);

/** `-f path` and its kind. */
export function testFile(process: Process, operator: string, path: string): boolean {
  if (operator === "-t") return false;
  if (path === "") return false;
  const { files } = process;
  process.kernel.flush();
  const full = join(process.cwd, path) + (path.endsWith("/") && path !== "/" ? "/" : "");
  const entry = operator === "-h" || operator === "-L" ? files.lstat(full) : files.stat(full);
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

function integer(word: string): bigint {
  const match = /^\s*([-+]?\d+)\s*$/.exec(word);
  if (!match) throw new TestFailure("number", word);
  return BigInt(match[1] ?? "0");
}

/** `a = b`, `1 -lt 2`, `x -nt y`. */
export function testBinary(process: Process, left: string, operator: string, right: string): boolean {
  if (NUMERIC.has(operator)) {
    const [a, b] = [integer(left), integer(right)];
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
  if (operator === "-ot") return !missing(b) && (missing(a) || a.mtime < b.mtime);
  return !missing(a) && (missing(b) || a.mtime > b.mtime);
}

/**
 * `test`: true or false (POSIX `test`, by the number of arguments, then with `-a`, `-o` and parentheses).
 * `equals` says whether `==` is known: not in dash.
 * @throws {TestFailure}
 */
export function testCondition(process: Process, words: readonly string[], equals: boolean): boolean {
  let at = 0;
  const isBinary = (word: string | undefined): boolean =>
    word !== undefined && (BINARY.has(word) || (equals && word === "=="));
  const primary = nested("parts of a condition inside one another", (): boolean => {
    const word = words[at];
    if (word === undefined) throw new TestFailure("argument", words[at - 1] ?? "");
    const next = words[at + 1];
    if (isBinary(next) && (words.length - at >= 3 || !UNARY.test(word))) {
      const right = words[at + 2];
      if (right === undefined) throw new TestFailure("argument", next ?? "");
      at += 3;
      return testBinary(process, word, next ?? "", right);
    }
    if (word === "!" && next !== undefined) {
      at++;
      return !primary();
    }
    if (word === "(" && next !== undefined) {
      at++;
      const inner = either();
      if (words[at] !== ")") throw new TestFailure("paren", "");
      at++;
      return inner;
    }
    if (UNARY.test(word) && next !== undefined) {
      at += 2;
      if (word === "-n") return next !== "";
      return word === "-z" ? next === "" : testFile(process, word, next);
    }
    at++;
    return word !== "";
  });
  const both = (): boolean => {
    let value = primary();
    while (words[at] === "-a") {
      at++;
      const right = primary();
      value &&= right;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (words[at] === "-o") {
      at++;
      const right = both();
      value ||= right;
    }
    return value;
  };
  if (words.length === 0) return false;
  if (words.length === 1) return words[0] !== "";
  const value = either();
  if (at < words.length) throw new TestFailure("operator", words[at] ?? "", words[at - 1]);
  return value;
}
