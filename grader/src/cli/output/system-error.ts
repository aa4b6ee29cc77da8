import { getSystemErrorMap } from "node:util";
import { exit, type ExitStatus } from "../exit-status.ts";

/** A refusal of the operating system, in words for whoever called, and the status that it means. */
export interface SystemError {
  readonly words: string;
  readonly status: ExitStatus;
}

/* What somebody named cannot be used like that, today or tomorrow. All else, a full disk above all, may go better another time. */
const FOR_GOOD = new Set([
  "EACCES",
  "EEXIST",
  "EISDIR",
  "ELOOP",
  "ENAMETOOLONG",
  "ENOENT",
  "ENOTDIR",
  "EPERM",
  "EROFS",
]);
const WRITES = new Set(["write", "mkdir", "ftruncate", "rename", "copyfile"]);

/** Undefined for an error that is none of the operating system. */
export function systemError(error: unknown): SystemError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, errno, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || errno === undefined || syscall === undefined) return undefined;
  const why = getSystemErrorMap().get(errno)?.[1] ?? code;
  const doing = WRITES.has(syscall) ? "cannot write" : "cannot use";
  return {
    words: `${doing} ${path ?? "the output"}: ${why}`,
    status: FOR_GOOD.has(code) ? exit.usage : exit.internal,
  };
}
