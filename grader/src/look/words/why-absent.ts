import type { DaemonState } from "@drydock/engine";
import type { Finding } from "../../check.ts";
import type { Replay } from "../../replay.ts";
import { saidLast } from "../container/said-last.ts";
import { code } from "./words.ts";

/** How a message goes on that something is not there after the session, and the fact by which hints tell the ways apart. */
export interface Absence {
  /** `: it is gone after …`, or nothing. */
  readonly why: string;
  /** `gone`, `failed` or `never`. */
  readonly facts: NonNullable<Finding["facts"]>;
}

/** Whether it was there and which line ended that, or which line that speaks of it ended with an error. */
export function whyAbsent({ log }: Replay, has: (state: DaemonState) => boolean, name: string): Absence {
  const lost = log.findLast(({ before, after }) => has(before) && !has(after));
  if (lost) return { why: `: it is gone after ${code(lost.line)}`, facts: { gone: true } };
  const failed = log.findLast(({ line, exitCode }) => exitCode !== 0 && line.includes(name));
  if (!failed) return { why: "", facts: { never: true } };
  const said = saidLast(failed.stderr, " ended with ") || ` ended with status ${failed.exitCode}`;
  return { why: `: ${code(failed.line)}${said}`, facts: { failed: true } };
}
