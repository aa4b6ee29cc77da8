import { notSimulated } from "../../core/engine-error.ts";
import { type Container } from "../../daemon/containers/container.ts";
import { commandOf } from "../../daemon/containers/create-container.ts";
import { processId } from "../../daemon/containers/process-id.ts";
import { basename } from "../../vfs/path.ts";

/** Programs that start others: what runs beside them is not known. */
const PARENTS = /^(?:sh|ash|dash|bash|nginx|gunicorn|tini|dumb-init|node|npm)$/;

/** One row of `docker top`, by the columns of `ps -ef`. */
export interface ProcessRow {
  readonly UID: string;
  readonly PID: string;
  readonly PPID: string;
  readonly C: string;
  readonly STIME: string;
  readonly TTY: string;
  readonly TIME: string;
  readonly CMD: string;
}

/**
 * The processes of a running container as `ps` on the engine's machine lists them: users by number but root, since that machine
 * does not know the container's names.
 * @throws {EngineError} NOT_SIMULATED where the first program starts others
 */
export function processesOf(container: Container): readonly ProcessRow[] {
  const argv = commandOf(container.config);
  if (container.options.init || PARENTS.test(basename(argv[0] ?? "")))
    throw notSimulated(
      `the processes that ${argv[0] ?? "the program"} has started`,
      "list each with its number, its start and its CPU time",
    );
  const user = container.config.User?.split(":", 1)[0] ?? "";
  if (!/^(?:root|\d*)$/.test(user))
    throw notSimulated(`the number of the user ${user}`, "show it as the engine's machine names it");
  const pid = processId(container);
  const started = (container.life?.startedAt ?? 0) / 60_000;
  const two = (number: number): string => String(Math.floor(number)).padStart(2, "0");
  return [
    {
      UID: user === "" || user === "0" ? "root" : user,
      PID: String(pid),
      PPID: String(pid - 24),
      C: "0",
      STIME: `${two((started / 60) % 24)}:${two(started % 60)}`,
      TTY: container.options.tty ? "pts/0" : "?",
      TIME: "00:00:00",
      CMD: argv.join(" "),
    },
  ];
}
