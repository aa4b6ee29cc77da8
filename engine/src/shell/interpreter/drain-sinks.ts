import type { Statement } from "unbash";
import { ROOT } from "../../vfs/file-system.ts";
import { textOf } from "../text/bytes-text.ts";
import { TextInput } from "../streams/text-input.ts";
import { runChild } from "./run-child.ts";
import type { Shell, Source } from "./shell.ts";
import { statements } from "./statements.ts";

/** Commands of a `>(…)`, and the file that they will read. */
export interface Sink {
  readonly path: string;
  readonly commands: readonly Statement[];
  readonly source: Source;
}

/**
 * Runs the commands of each `>(…)` from the `from`-th on with what was written for them. A real one runs beside the writer;
 * here it begins when the writer has ended.
 */
export function drainSinks(shell: Shell, from: number): void {
  if (shell.sinks.length <= from) return;
  const files = shell.process.files.as(ROOT);
  for (const { path, commands, source } of shell.sinks.splice(from)) {
    shell.kernel.flush();
    const content = files.read(path);
    files.unlink(path);
    const child = shell.fork();
    child.source = source;
    child.sinks = [];
    child.descriptors.set(0, {
      input: new TextInput(typeof content === "string" || !content.bytes ? "" : textOf(content.bytes)),
    });
    runChild(child, () => statements(child, commands));
  }
}
