import type { Credentials, FileSystem } from "../../vfs/file-system.ts";
import type { ContainerKernel } from "../kernel.ts";
import type { Input, Output, Process, SpawnOptions, StartFailure } from "../process.ts";
import { startFile } from "./start-file.ts";
import { findProgram } from "./find-program.ts";

/** What a process has of its own. */
export type World = Required<Omit<SpawnOptions, "replace" | "tells">>;

/** A program while it runs. */
export class RunningProcess implements Process {
  readonly argv: readonly string[];
  readonly env: Map<string, string>;
  cwd: string;
  umask: number;
  readonly credentials: Credentials;
  readonly files: FileSystem;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly kernel: ContainerKernel;
  readonly pid: number;
  /** Who started it; undefined for the first of a kernel. */
  readonly parent: Process | undefined;

  constructor(
    kernel: ContainerKernel,
    files: FileSystem,
    argv: readonly string[],
    world: World,
    pid: number = kernel.nextPid(),
    parent?: Process,
  ) {
    this.kernel = kernel;
    this.files = files;
    this.argv = argv;
    this.env = new Map(world.env);
    this.cwd = world.cwd;
    this.umask = world.umask;
    this.credentials = world.credentials;
    this.stdin = world.stdin;
    this.stdout = world.stdout;
    this.stderr = world.stderr;
    this.pid = pid;
    this.parent = parent;
  }

  spawn(argv: readonly string[], options?: SpawnOptions): number {
    const status = this.start(argv, options);
    if (typeof status === "number") return status;
    // execvp(3): a file that the kernel does not know is given to /bin/sh.
    if (status.errno === "ENOEXEC" && status.path)
      return this.spawn(["/bin/sh", status.path, ...argv.slice(1)], options);
    return status.errno === "ENOENT" ? 127 : 126;
  }

  start(argv: readonly string[], options: SpawnOptions = {}): number | StartFailure {
    this.kernel.flush();
    this.kernel.takeEnding();
    const world = { ...this.world(), ...options };
    const files = options.credentials ? this.files.as(options.credentials) : this.files;
    const found = findProgram(files, world.cwd, argv[0] ?? "", world.env.get("PATH"));
    if (typeof found === "string") return { errno: found };
    // One number, also where a script begins anew as its interpreter.
    const pid = options.replace ? this.pid : this.kernel.nextPid();
    const parent = options.replace ? this.parent : this;
    if (pid === 1 || pid === this.kernel.hearer) this.kernel.onFirst?.(argv, pid, world.credentials);
    const status = startFile(
      found,
      argv,
      (actual) => new RunningProcess(this.kernel, files, actual, world, pid, parent),
    );
    // Who only asks for the status has nothing to say of a signal.
    if (!options.replace && !options.tells) this.kernel.takeEnding();
    return status;
  }

  /** What a child inherits. */
  world(): World {
    const { env, cwd, umask, credentials, stdin, stdout, stderr } = this;
    return { env, cwd, umask, credentials, stdin, stdout, stderr };
  }
}
