import { DRYDOCK_VERSION } from "../drydock-version.ts";
import { visible } from "../reports/visible.ts";
import { readArguments } from "./arguments.ts";
import { exit, type ExitStatus, LessonError, UsageError } from "./exit-status.ts";
import { writeAll } from "./sinks.ts";

/* Each command loads what it needs and no more: the engine takes a moment. */
async function run(words: readonly string[]): Promise<ExitStatus> {
  const invocation = readArguments(words);
  switch (invocation.command) {
    case "help": {
      const { help } = await import("./help.ts");
      writeAll(1, help());
      return exit.graded;
    }
    case "version":
      writeAll(1, `${DRYDOCK_VERSION}\n`);
      return exit.graded;
    case "schema": {
      const { rubricJsonSchema } = await import("../authoring/rubric-json-schema.ts");
      writeAll(1, `${JSON.stringify(rubricJsonSchema(), null, 2)}\n`);
      return exit.graded;
    }
    case "check":
      (await import("./bring-runtimes.ts")).bringRuntimes();
      return (await import("./check.ts")).check(invocation.lessons, invocation.mutate);
    case "explain": {
      (await import("./bring-runtimes.ts")).bringRuntimes();
      const { explain: tell } = await import("./explain.ts");
      return tell(invocation.lesson, invocation.submission, invocation.criterion);
    }
    case "grade":
      return (await import("./grade-one.ts")).gradeOne(invocation);
    case "batch":
      return (await import("./batch.ts")).batch(invocation);
  }
}

/** Ends the process with the status that `error` asks for, in words for whoever called. */
function explain(error: unknown): ExitStatus {
  if (error instanceof UsageError) {
    process.stderr.write(`drydock-grade: ${visible(error.message)}\nTry drydock-grade --help.\n`);
    return exit.usage;
  }
  if (error instanceof LessonError) {
    for (const line of error.lines) process.stderr.write(`${visible(line)}\n`);
    return exit.brokenLesson;
  }
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === "EPIPE") return exit.interrupted;
  process.stderr.write(
    `drydock-grade: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exit.internal;
}

process.exitCode = await run(process.argv.slice(2)).catch(explain);
