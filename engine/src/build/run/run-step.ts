import type { Ground } from "../solve/ground.ts";
import type { BlackBox } from "../../shell/black-boxes/black-box.ts";
import { execute } from "../../shell/execute.ts";
import { loopbackOnly } from "../../shell/http/loopback-only.ts";
import type { Directory } from "../../vfs/entry.ts";
import { FileSystem, ROOT } from "../../vfs/file-system.ts";
import { Volume } from "../../vfs/volume.ts";
import { cost } from "../solve/cost.ts";
import { drydockFailure } from "../plan/drydock-error.ts";
import type { Failed, Outcome } from "../solve/outcome.ts";
import { mountNetworkFiles } from "./network-files.ts";
import type { RunStep } from "../plan/plan.ts";
import { type MountWorld, attachMounts, findMounts } from "./run-mounts.ts";
import { runNetwork } from "./run-network.ts";
import { StepLog } from "../solve/step-log.ts";
import type { WorkBudget } from "../solve/work-budget.ts";

/** Of a directory it says less than runc does for `docker run` [measured on Docker 28.5.2]. */
const RUNC = "runc run failed: unable to start container process: error during container init: ";

/** Go's %q of a command line, as far as a Dockerfile can hold it. */
const quoted = (argv: readonly string[]): string => JSON.stringify(argv.join(" ")).replaceAll("\\u00", "\\x");

/** BuildKit's words for a RUN that failed. */
export const unsuccessful = (step: RunStep, how: string): string =>
  `process ${quoted(step.argv)} did not complete successfully: ${how}`;

/** What a RUN can reach beside the files it stands on. */
export interface RunWorld extends MountWorld {
  /** `HTTP_PROXY=…` and its kind out of the build args: they reach every RUN and count for no key. */
  readonly proxies: readonly string[];
  /** Programs that the lesson declares. */
  readonly blackBoxes: readonly BlackBox[] | undefined;
  /** Work that all steps of the build may do together. */
  readonly budget: WorkBudget;
}

/**
 * Runs a RUN in the tree below it.
 *
 * @param begin when the step starts, in simulated milliseconds since 1970
 */
export function runStep(
  step: RunStep,
  { tree, layers }: Pick<Ground, "tree" | "layers">,
  begin: number,
  world: RunWorld,
): Outcome {
  let spent = cost.container;
  const clock = { now: () => begin + spent, elapse: (milliseconds: number) => void (spent += milliseconds) };
  const log = new StepLog(() => spent);
  const seconds = (): number => Math.floor(clock.now() / 1000);
  const files = new FileSystem(tree, seconds, ROOT, new Volume(tree, seconds, true));
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
    const found = findMounts(step, world, files.now());
    if ("error" in found) return fail(found.error);
    let mounts: ReadonlyMap<string, Directory> = new Map();
    const { exitCode, started, startError } = execute({
      argv: step.argv,
      env: [...step.env, ...world.proxies, ...found.env],
      directory: step.directory,
      user: step.user,
      groupless: true,
      files,
      layers,
      clock,
      budget: world.budget,
      network: runNetwork(step) === "none" ? loopbackOnly : undefined,
      blackBoxes: world.blackBoxes,
      onOutput: (stream, text) => log.write(stream, text),
      mount: (container) => {
        const unmount = mountNetworkFiles(container, step.machine?.hosts);
        const detach = attachMounts(container, found.placed);
        return () => {
          mounts = detach();
          unmount();
        };
      },
    });
    if (startError !== undefined && /^(?:unable to find|uids and gids) /.test(startError))
      return fail(unsuccessful(step, startError), { started });
    if (startError !== undefined)
      log.write("stderr", `${RUNC}${startError.replace(/(?<=directory): .*$/, "")}\n`);
    if (exitCode !== 0)
      return fail(unsuccessful(step, `exit code: ${exitCode}`), { started, log: log.lines() });
    return {
      kind: "done",
      tree: files.snapshot(),
      log: log.lines(),
      duration: spent,
      started,
      copied: [],
      mounts,
    };
  } catch (error) {
    const known = drydockFailure(error);
    if (!known) throw error;
    return fail(known.message, { drydock: known.drydock });
  }
}
