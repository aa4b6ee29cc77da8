import { imageUser } from "../../shell/start/image-user.ts";
import type { Inhabitant, Input } from "../../shell/process.ts";
import { ROOT } from "../../vfs/credentials.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { allowancesOf } from "../containers/allowances-of.ts";
import { DOCKER_INIT, mountedFiles } from "../containers/container-files.ts";
import { containerNetwork } from "../containers/container-network.ts";
import type { Container } from "../containers/container.ts";
import { commandOf } from "../containers/create-container.ts";
import { linkEnv } from "../networks/links.ts";
import { powersLacked } from "../containers/powers-lacked.ts";
import { type Known, type Outcome, runProgram } from "../containers/run-program.ts";
import type { Surroundings } from "../containers/start-container.ts";
import type { StateCell } from "../state-cell.ts";
import type { ExecSpec } from "./exec-life.ts";

/** Where a life begins. */
export interface Beginning {
  readonly at: number;
  readonly tree: Directory;
  /** What stands in each of the container's mounts. */
  readonly mounts: readonly Entry[];
  readonly stdin: string | Input;
}

/** With `--init` Docker's own init, which starts the container's command. */
const firstCommand = ({ config, options }: Container): readonly string[] =>
  options.init ? [DOCKER_INIT, "--", ...commandOf(config)] : commandOf(config);

/** Who is there before a program is started in the container, as `ps` shows them: its first process, and the one that an init has started. */
function inhabitantsOf(container: Container, files: FileSystem): readonly Inhabitant[] {
  const user = imageUser(files, container.config.User ?? "");
  const credentials = "error" in user ? ROOT : user.credentials;
  const { hearer } = container.life ?? {};
  return [
    { pid: 1, argv: firstCommand(container), credentials },
    ...(container.options.init && hearer !== undefined
      ? [{ pid: hearer, argv: commandOf(container.config), credentials }]
      : []),
  ];
}

/**
 * Works out the life of a container's own program, or of one that `docker exec` starts in it, as far as it can be known. Those whom
 * it asks by the network answer at once, in the state of the cell; what it makes of volumes stays its own.
 *
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function workOut(
  cell: StateCell,
  container: Container,
  spec: ExecSpec | undefined,
  beginning: Beginning,
  around: Pick<Surroundings, "mounts" | "network" | "blackBoxes" | "watch">,
  known: Known,
): Outcome | { readonly misplaced: string } {
  const { config, options } = container;
  const { at, mounts } = beginning;
  let now = (): number => at;
  const files = mountedFiles(
    container,
    beginning.tree,
    {
      read: (mount) => mounts[options.mounts.indexOf(mount)] ?? around.mounts.read(mount),
      write: () => undefined,
    },
    cell.state,
    () => Math.floor(now() / 1000),
  );
  const misplaced = spec && directoryProblem(files, spec.directory);
  if (misplaced !== undefined) return { misplaced };
  const powers = powersLacked(container);
  const outcome = runProgram(
    {
      argv: spec?.argv ?? firstCommand(container),
      env: spec
        ? [...(config.Env ?? []), ...spec.env]
        : // A terminal, links, the config's.
          [...(options.tty ? ["TERM=xterm"] : []), ...linkEnv(cell.state, container), ...(config.Env ?? [])],
      directory: spec?.directory ?? (config.WorkingDir || "/"),
      user: spec?.user ?? config.User ?? "",
      ...(spec?.privileged ? { ...powers, lacks: undefined } : powers),
      files,
      layers: container.image.layers.map(({ upper }) => upper),
      initialised: true,
      allowances: allowancesOf(container),
      hostname: container.hostname,
      ...(options.tty && !spec && { terminal: "/dev/pts/0" }),
      ...(spec?.tty === true && { terminal: options.tty ? "/dev/pts/1" : "/dev/pts/0" }),
      ...(spec && { others: container.life?.waiting, inhabitants: inhabitantsOf(container, files) }),
      network: containerNetwork(cell, container, around),
      stdin: beginning.stdin,
      blackBoxes: around.blackBoxes,
    },
    at,
    around.watch,
    {
      ...known,
      memory: options.mounts.filter(({ kind }) => kind === "tmpfs").map(({ target }) => target),
      clocked: (clock) => void (now = clock),
    },
  );
  return outcome.life ? { life: { ...outcome.life, mounts, seen: mounts } } : outcome;
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
