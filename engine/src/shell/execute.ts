import type { Allowances } from "./allowances.ts";
import type { Credentials } from "../vfs/credentials.ts";
import type { Directory } from "../vfs/entry.ts";
import type { BlackBox } from "./black-boxes/black-box.ts";
import type { FileSystem } from "../vfs/file-system.ts";
import { type Errno, strerror } from "../vfs/errno.ts";
import { join } from "../vfs/path.ts";
import { ContainerKernel } from "./kernel.ts";
import { limitedOutput } from "./limited-output.ts";
import type { Inhabitant, Input, Network, PendingSignal, Started } from "./process.ts";
import { programs } from "./programs/index.ts";
import { findProgram } from "./start/find-program.ts";
import { imageUser } from "./start/image-user.ts";
import { awakeIn } from "./start/awake-in.ts";
import { mount } from "./start/mounts.ts";
import { RunningProcess } from "./start/running-process.ts";
import { TextInput } from "./streams/text-input.ts";
import type { Waiting } from "./wait/waiting.ts";
import { withinLimits } from "./within-limits.ts";

export interface Execution {
  readonly argv: readonly string[];
  /** `NAME=value`, as in an image's configuration. */
  readonly env: readonly string[];
  readonly directory: string;
  /** `user[:group]`, names or numbers; empty is root. */
  readonly user: string;
  /** Names or numbers of further groups. */
  readonly groups?: readonly string[] | undefined;
  /** Only groups that list the user are further ones, not its own. */
  readonly groupless?: boolean | undefined;
  /** Capabilities that root lacks here, without `CAP_`. */
  readonly lacks?: ReadonlySet<string> | undefined;
  readonly files: FileSystem;
  readonly clock: { now(): number; elapse(milliseconds: number): void; untilChange?(): void };
  readonly onOutput: (stream: "stdout" | "stderr", text: string) => void;
  /** As a whole, or as it comes. */
  readonly stdin?: string | Input | undefined;
  readonly hostname?: string | undefined;
  readonly network?: Network | undefined;
  /** What somebody sends to the first process while it runs. */
  readonly signals?: readonly PendingSignal[] | undefined;
  /** The files as each layer below leaves them, and whether Docker's own layer lies above them. */
  readonly layers?: readonly Directory[] | undefined;
  readonly initialised?: boolean | undefined;
  readonly allowances?: Allowances | undefined;
  /** Told of the programs that wait; who gives this is a container, whose programs may go on for ever. */
  readonly onWaiting?: ((waiting: readonly Waiting[]) => void) | undefined;
  /** The device of the terminal that its three streams are, where they are one. */
  readonly terminal?: string | undefined;
  /** Told when a program has a handler for a signal, or ignores it on purpose. */
  readonly onHeed?: (() => void) | undefined;
  /** Told the number of the process that an init hands signals on to. */
  readonly onHandOn?: ((hearer: number) => void) | undefined;
  /** Told what process 1 runs, or the one that hears its signals, and as whom; again whenever another program takes its place. */
  readonly onFirst?: ((argv: readonly string[], pid: number, as: Credentials) => void) | undefined;
  /** Programs of the container that wait already. */
  readonly others?: readonly Waiting[] | undefined;
  readonly inhabitants?: readonly Inhabitant[] | undefined;
  /** Programs that the lesson declares. */
  readonly blackBoxes?: readonly BlackBox[] | undefined;
  /** Work that several executions may do together, besides what each of them may; counted down. */
  readonly budget?: { left: number } | undefined;
  /** Mounts more, over /dev, /proc and /sys; what it gives back takes that away again. */
  readonly mount?: ((files: FileSystem) => () => void) | undefined;
}

export interface Executed {
  readonly exitCode: number;
  readonly started: readonly Started[];
  /** runc's words where the first process could not be started. */
  readonly startError?: string;
}

const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const OFFLINE: Network = { request: () => undefined };
const byName = new Map(programs.map((program) => [program.name, program]));

/**
 * Environment of the first process: the image's, with PATH and HOME where it has none. A container's also tells its name; a RUN's
 * does not, though its host has one [measured on Docker 28.5.2].
 */
function environment(
  env: readonly string[],
  hostname: string | undefined,
  home: string,
): Map<string, string> {
  const map = new Map([["PATH", PATH]]);
  if (hostname !== undefined) map.set("HOSTNAME", hostname);
  for (const pair of env) {
    const at = pair.indexOf("=");
    if (at > 0) map.set(pair.slice(0, at), pair.slice(at + 1));
  }
  if (!map.has("HOME")) map.set("HOME", home);
  return map;
}

function startError(name: string, errno: Errno, isDirectory: boolean): string {
  const words = isDirectory
    ? "is a directory: permission denied"
    : errno === "ENOENT" && name.includes("/")
      ? `stat ${name}: no such file or directory`
      : errno === "ENOENT"
        ? "executable file not found in $PATH"
        : "permission denied";
  return `exec: ${JSON.stringify(name)}: ${words}`;
}

/** Of a file that is there and cannot be executed: its interpreter or loader is missing, it is made for another machine. */
const execError = (name: string, errno: Errno | "ENOEXEC"): string =>
  `exec ${name}: ${errno === "ENOEXEC" ? "exec format error" : strerror[errno].toLowerCase()}\n`;

/**
 * Runs one command in a container's files, to its end.
 *
 * `files` is changed in place; /dev, /proc and /sys are mounted while it runs.
 * @throws {EngineError} NOT_SIMULATED or LIMIT
 */
export function execute(execution: Execution): Executed {
  const { argv, files } = execution;
  const user = imageUser(files, execution.user, execution.groups, execution.groupless);
  if ("error" in user) return { exitCode: 1, started: [], startError: user.error };
  const credentials = { ...user.credentials, ...(execution.lacks && { lacks: execution.lacks }) };
  const hostname = execution.hostname ?? "buildkitsandbox";
  const kernel = new ContainerKernel(
    byName,
    execution.clock,
    hostname,
    execution.network ?? OFFLINE,
    execution.budget,
    execution,
  );
  const { terminal } = execution;
  const output = limitedOutput(execution.onOutput, terminal);
  const unmount = mount(files);
  const unmountMore = execution.mount?.(files);
  try {
    // A process knows where it is by getcwd, which tells no symlinks on the way.
    const directory = join("/", execution.directory);
    const physical = files.realpath(directory);
    const world = {
      env: environment(execution.env, execution.hostname, user.home),
      cwd: typeof physical === "string" ? directory : physical.path,
      umask: 0o022,
      credentials,
      stdin:
        typeof execution.stdin === "object"
          ? execution.stdin
          : new TextInput(execution.stdin ?? "", undefined, terminal),
      ...output,
    };
    awakeIn(kernel, files, output);
    const mine = files.as(credentials);
    const first = new RunningProcess(kernel, mine, [], world);
    const name = argv[0] ?? "";
    const found = findProgram(mine, world.cwd, name, world.env.get("PATH"));
    if (typeof found !== "string") {
      const status = withinLimits(() => first.start(argv));
      if (typeof status === "number") return { exitCode: status, started: kernel.started };
      // runc's init has told that all is well before it calls execve: what goes wrong then is its own output and status
      // (runc, libcontainer/standard_init_linux.go).
      world.stderr.write(execError(name.includes("/") ? name : found.path, status.errno));
      return { exitCode: 255, started: kernel.started };
    }
    const there = name.includes("/") ? mine.stat(join(world.cwd, name)) : undefined;
    const isDirectory = typeof there === "object" && there.kind === "directory";
    return { exitCode: 1, started: kernel.started, startError: startError(name, found, isDirectory) };
  } finally {
    kernel.flush();
    unmountMore?.();
    unmount();
  }
}
