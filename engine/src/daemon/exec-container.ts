import { commandOf } from "./create-container.ts";
import type { FileSystem } from "../vfs/file-system.ts";
import { ROOT } from "../vfs/credentials.ts";
import { imageUser } from "../shell/start/image-user.ts";
import type { Inhabitant } from "../shell/process.ts";
import { type Container, type Life, treeAt } from "./container.ts";
import { mountedFiles, saveMounts } from "./container-files.ts";
import { containerNetwork } from "./container-network.ts";
import { containerEvent } from "./events/container-event.ts";
import { replaceContainer } from "./find-container.ts";
import { powersLacked } from "./powers-lacked.ts";
import { runProgram } from "./run-program.ts";
import type { Surroundings } from "./start-container.ts";
import type { DaemonState } from "./state.ts";

export interface ExecSpec {
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly user: string | undefined;
  readonly directory: string | undefined;
  /** With all of root's powers. */
  readonly privileged?: boolean;
}

/** Why the program cannot begin in a folder that somebody chose for it, undefined where it can (runc, libcontainer/init_linux.go). */
function directoryProblem(files: FileSystem, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (!path.startsWith("/")) return "Cwd must be an absolute path";
  const there = files.stat(path);
  const failed = `chdir to cwd (${JSON.stringify(path)}) set in config.json failed: `;
  if (typeof there === "string") return `${failed}no such file or directory`;
  return there.kind === "directory"
    ? undefined
    : `${failed}not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`;
}

/** The container's own program, as who lists processes sees it. */
function firstProcess({ config }: Container, files: FileSystem): Inhabitant {
  const user = imageUser(files, config.User ?? "");
  return { pid: 1, argv: commandOf(config), credentials: "error" in user ? ROOT : user.credentials };
}

/**
 * Runs one more program in a running container. What it changes in the files stays; the container's own program, whose
 * life has been worked out already, no longer changes them after that.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function execIn(
  state: DaemonState,
  container: Container,
  around: Surroundings,
  spec: ExecSpec,
):
  | { readonly state: DaemonState; readonly output: Life["output"]; readonly end: Life["end"] }
  | { readonly error: string } {
  const { config } = container;
  const cell = { state };
  const own = treeAt(container, state.time);
  const files = mountedFiles(container, own, around.mounts, state);
  const misplaced = directoryProblem(files, spec.directory);
  if (misplaced !== undefined) return { error: misplaced };
  const powers = powersLacked(container);
  const outcome = runProgram(
    {
      argv: spec.argv,
      env: [...(config.Env ?? []), ...spec.env],
      directory: spec.directory ?? (config.WorkingDir || "/"),
      user: spec.user ?? config.User ?? "",
      ...(spec.privileged ? { ...powers, lacks: undefined } : powers),
      files,
      layers: container.image.layers.map(({ upper }) => upper),
      initialised: true,
      hostname: container.hostname,
      others: container.life?.waiting,
      inhabitants: [firstProcess(container, files)],
      network: containerNetwork(cell, container, around),
      stdin: around.stdin ?? "",
      blackBoxes: around.blackBoxes,
    },
    state.time,
    around.watch,
  );
  if (!outcome.life) return { error: outcome.startError };
  const { life } = outcome;
  const last = life.trees.at(-1)?.tree ?? own;
  saveMounts(container, files, around.mounts);
  const now = cell.state.containers.find(({ id }) => id === container.id) ?? container;
  const mine = now.life;
  const trees =
    last === own || !mine
      ? (mine?.trees ?? [])
      : [...mine.trees.filter(({ at }) => at <= state.time), { at: state.time, tree: last }];
  const waiting = [...(mine?.waiting ?? []), ...life.waiting];
  const changed = mine ? { ...now, life: { ...mine, trees, waiting } } : now;
  const line = spec.argv.join(" ");
  const begun = ["exec_create", "exec_start"].reduce(
    (next, action) => containerEvent(next, changed, `${action}: ${line}`, {}, state.time),
    replaceContainer(cell.state, changed),
  );
  const { end } = life;
  const told = end
    ? containerEvent(begun, changed, "exec_die", { exitCode: String(end.exitCode) }, end.at)
    : begun;
  return { state: told, output: life.output, end };
}
