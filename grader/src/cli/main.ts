import { DRYDOCK_VERSION } from "../drydock-version.ts";
import { visible, visibleLines } from "../reports/visible.ts";
import { exit, type ExitStatus, LessonError, UsageError } from "./exit-status.ts";
import { commands } from "./commands/index.ts";
import { readWords } from "./words/read-words.ts";
import { systemError } from "./output/system-error.ts";
import { writeAll } from "./output/write-all.ts";

async function run(words: readonly string[]): Promise<ExitStatus> {
  const called = readWords(words);
  switch (called.kind) {
    case "version":
      writeAll(1, `${DRYDOCK_VERSION}\n`);
      return exit.graded;
    case "help": {
      const { help, helpOf } = await import("./words/help.ts");
      writeAll(1, called.command ? helpOf(called.command) : help());
      return exit.graded;
    }
    case "run":
      return called.command.run(called.words, commands);
  }
}

/** Ends the process with the status that `error` asks for, in words for whoever called. */
function explain(error: unknown): ExitStatus {
  if (error instanceof UsageError) {
    process.stderr.write(`drydock-grade: ${visibleLines(error.message)}\nTry drydock-grade --help.\n`);
    return exit.usage;
  }
  if (error instanceof LessonError) {
    for (const line of error.lines) process.stderr.write(`${visible(line)}\n`);
    return exit.brokenLesson;
  }
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === "EPIPE") return exit.interrupted;
  const refusal = systemError(error);
  if (refusal) {
    process.stderr.write(`drydock-grade: ${visibleLines(refusal.words)}\n`);
    return refusal.status;
  }
  process.stderr.write(
    `drydock-grade: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exit.internal;
}

/* Who listens to notices no longer still wants the grades. */
process.stderr.on("error", () => undefined);
process.exitCode = await run(process.argv.slice(2)).catch(explain);
