import { execute } from "../shell/execute.ts";
import type { Directory } from "../vfs/entry.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { cost } from "./cost.ts";
import { drydockFailure } from "./drydock-error.ts";
import type { Failed, Outcome } from "./outcome.ts";
import type { RunStep } from "./plan.ts";
import { type MountWorld, mountAll } from "./run-mounts.ts";
import { StepLog } from "./step-log.ts";

const RUNC = "runc run failed: unable to start container process: error during container init: ";

/** Go's %q of a command line, as far as a Dockerfile can hold it. */
const quoted = (argv: readonly string[]): string => JSON.stringify(argv.join(" ")).replaceAll("\\u00", "\\x");

const process = (step: RunStep, how: string): string =>
  `process ${quoted(step.argv)} did not complete successfully: ${how}`;

/**
 * Runs a RUN in the tree below it.
 *
 * @param begin when the step starts, in simulated milliseconds since 1970
 */
export function runStep(step: RunStep, tree: Directory, begin: number, world: MountWorld): Outcome {
  let spent = cost.container;
  const clock = { now: () => begin + spent, elapse: (milliseconds: number) => void (spent += milliseconds) };
  const log = new StepLog(() => spent);
  const files = new FileSystem(tree, () => Math.floor(clock.now() / 1000));
  const fail = (error: string, rest: Partial<Failed> = {}): Failed => ({
    kind: "failed",
    error,
    message: error,
    duration: spent,
    log: log.lines(),
    started: [],
    ...rest,
  });
  try {
    const mounted = mountAll(step, files, world);
    if ("error" in mounted) return fail(mounted.error);
    const { exitCode, started, startError } = execute({
      argv: step.argv,
      env: [...step.env, ...mounted.env],
      directory: step.directory,
      user: step.user,
      files,
      clock,
      onOutput: (stream, text) => log.write(stream, text),
    });
    const mounts = mounted.unmount();
    if (startError?.startsWith("unable to find ")) return fail(process(step, startError), { started });
    if (startError?.startsWith("exec /")) {
      log.write("stderr", startError);
      return fail(process(step, "exit code: 255"), { started, log: log.lines() });
    }
    if (startError !== undefined) log.write("stderr", RUNC + startError);
    if (exitCode !== 0) return fail(process(step, `exit code: ${exitCode}`), { started, log: log.lines() });
    return { kind: "done", tree: files.snapshot(), log: log.lines(), duration: spent, started, copied: [], mounts };
  } catch (error) {
    const known = drydockFailure(error);
    if (!known) throw error;
    return fail(known.message, { drydock: known.drydock });
  }
}
