import type { BuildRequest } from "../build/request.ts";
import type { BuildResult } from "../build/result.ts";
import { type FileState, treeOf } from "../context/file-state.ts";
import { isEngineError } from "../core/engine-error.ts";
import type { LiveView } from "../core/live-view.ts";
import { notSimulatedText } from "../core/not-simulated-text.ts";
import { type BaseImageData, namedBase } from "../daemon/bases/base-image.ts";
import { makeFolders } from "../daemon/containers/container-files.ts";
import { Daemon, type DaemonOptions, MORNING } from "../daemon/daemon.ts";
import type { Station } from "../cli/command.ts";
import { passTime } from "../cli/follow/pass-time.ts";
import { mountSource } from "../cli/run/station-mounts.ts";
import { docker } from "../cli/docker.ts";
import { keptPassword } from "../cli/login/kept-password.ts";
import type { BlackBox } from "../shell/black-boxes/black-box.ts";
import { ContainerKernel } from "../shell/kernel.ts";
import type { Output, Process, Program } from "../shell/process.ts";
import { programs } from "../shell/programs/index.ts";
import type { Carried } from "../shell/interactive/carried.ts";
import { runLine } from "../shell/sh.ts";
import { mount } from "../shell/start/mounts.ts";
import { RunningProcess } from "../shell/start/running-process.ts";
import { TextInput } from "../shell/streams/text-input.ts";
import { bytesMade, withinBytes } from "../vfs/byte-budget.ts";
import { Content } from "../vfs/content.ts";
import { type Directory } from "../vfs/entry.ts";
import { FileSystem, ROOT } from "../vfs/file-system.ts";
import { dirname, join } from "../vfs/path.ts";
import { heldBytes } from "./held-bytes.ts";
import { helpText } from "./help-text.ts";
import { historyProgram } from "./history-program.ts";
import { hostFiles } from "./host-files.ts";
import { hostNetwork } from "./host-network.ts";
import { passingClock } from "./passing-clock.ts";
import type { HostState } from "./host-state.ts";
import { recalledLine } from "./recalled-line.ts";
import { wholeCommand } from "./whole-command.ts";
import { withAliases } from "./with-aliases.ts";
import { missingHint } from "./missing-programs.ts";
import type { Anchors } from "./saved/anchors.ts";
import { loadMachine } from "./saved/load-machine.ts";
import { machineAnchors } from "./saved/machine-anchors.ts";
import { saveMachine } from "./saved/save-machine.ts";
import type { SavedMachine, Unreadable } from "./saved/saved-machine.ts";
import { readContext } from "./read-context.ts";
import { HOST_TERMINAL, TerminalInput, type Wanted, WaitsForInput } from "./terminal-input.ts";

export interface WorkstationOptions {
  /** What docker.io has. */
  readonly bases: readonly BaseImageData[];
  /** Ids are made from it: the same seed and the same commands print the same ids. */
  readonly seed: string;
  /** Where the shell stands and the lesson's files are. */
  readonly directory?: string;
  readonly files?: FileState;
  /** false: lines come from a script (`bash -c`), nobody sits at a terminal. */
  readonly terminal?: boolean;
  /** Work that all lines may do together, in steps as one line counts them; counted down. */
  readonly budget?: { left: number };
  /** Programs that the lesson declares. */
  readonly blackBoxes?: readonly BlackBox[] | undefined;
  /** For tests: another Docker than a fresh one. */
  readonly daemon?: Partial<DaemonOptions>;
}

/** One piece of output, `at` simulated milliseconds after the line was typed. */
export interface OutputEvent {
  readonly at: number;
  readonly stream: "stdout" | "stderr";
  /** As a pipe would have got it. */
  readonly text: string;
  /** What the terminal draws instead, its last frame at the time of this event. */
  readonly live?: LiveView;
}

export interface LineResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: readonly OutputEvent[];
  readonly builds: readonly BuildResult[];
  /** It asks for more than was typed: `output` is what it has said by then. */
  readonly waits: Wanted | false;
  /** What was typed while it ran, as it may be kept: passwords are hidden, and what stands for them comes to the same. */
  readonly typed?: readonly string[];
}

const HOME = "/root";
/** What one line may make of files, and what the machine may hold of them afterwards. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_HELD = 256 * 1024 * 1024;
/** Bash's HISTSIZE. */
const MOST_LINES = 500;
/** What a line pays for a docker command, in steps of a script: it may call 250 of them. */
const DOCKER_COMMAND = 4000;
const DEFAULT_DIRECTORY = `${HOME}/app`;

/** What a line came to that was not run. */
const refusedLine = (error: string): LineResult => ({
  exitCode: 1,
  stdout: "",
  stderr: error,
  output: [{ at: 0, stream: "stderr", text: error }],
  builds: [],
  waits: false,
});

/** A machine with a shell, files and a Docker of its own. */
export class Workstation {
  readonly daemon: Daemon;
  files: FileSystem;
  /** Where the shell stands. */
  directory: string;
  env: ReadonlyMap<string, string>;
  lines: readonly string[] = [];
  /** Variables, functions and aliases of the shell; undefined before its first line. */
  carried: Carried | undefined;
  /** Made anew for each use: base images are laid out when somebody first looks at them. */
  readonly #anchors: () => Anchors;
  readonly #home: string;
  readonly #terminal: boolean;
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #budget: { left: number } | undefined;
  #builds: BuildResult[] = [];
  /** Bytes that had been made when somebody looked how full the machine is. */
  #looked = bytesMade();

  constructor(options: WorkstationOptions) {
    const hub = options.bases.map(namedBase);
    this.daemon = new Daemon({
      seed: options.seed,
      hub,
      hubIsPart: hub.length > 0,
      blackBoxes: options.blackBoxes ?? [],
      accounts: new Map([["learner", "s3cret"]]),
      ...options.daemon,
    });
    const fresh = this.daemon.state;
    this.#anchors = () => machineAnchors(hub, fresh);
    this.#home = options.directory ?? DEFAULT_DIRECTORY;
    this.#terminal = options.terminal ?? true;
    this.#budget = options.budget;
    this.directory = this.#home;
    this.env = new Map([
      ["PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
      ["HOME", HOME],
      ["USER", "root"],
      ["TERM", "xterm-256color"],
    ]);
    const own: readonly Program[] = [
      {
        name: "docker",
        run: (process) => {
          process.kernel.spend(DOCKER_COMMAND);
          return docker(process.argv.slice(1), this.#station(process));
        },
      },
      historyProgram(this),
      { name: "help", run: (process) => (process.stdout.write(helpText(programs)), 0) },
    ];
    this.#programs = new Map([...programs, ...own].map((program) => [program.name, program]));
    this.files = this.#fileSystem(hostFiles([...programs, ...own], this.daemon.state.time));
    makeFolders(this.files, this.#home);
    const tree = treeOf(options.files ?? {}, Math.floor((options.daemon?.time ?? MORNING) / 1000));
    for (const [name, entry] of tree.children) this.files.place(`${this.#home}/${name}`, entry);
  }

  /**
   * Runs a line as bash does. Expected failures are its exit status and its words; nothing is thrown but bugs.
   *
   * @param typed lines that are typed while it runs, each with its line end; where a program asks for more, nothing has happened
   * yet and the result `waits`: run the line again with one more. Without `typed` nobody is there to type.
   */
  run(line: string, typed?: readonly string[]): LineResult {
    const before = this.snapshot();
    const recalled = this.#terminal ? recalledLine(line, this.lines) : line;
    if (typeof recalled !== "string") return refusedLine(recalled.error);
    this.lines = [...this.lines, recalled].slice(-MOST_LINES);
    const began = this.daemon.state.time;
    const output: OutputEvent[] = [];
    this.#builds = [];
    const terminal = this.#terminal ? HOST_TERMINAL : undefined;
    const writer = (stream: "stdout" | "stderr"): Output => ({
      terminal,
      write: (text, live) => {
        const shown =
          this.#terminal && stream === "stderr"
            ? text.replaceAll(/^bash: (?:-c: )?line \d+: /gm, "bash: ")
            : text;
        const drawn = this.#terminal && live ? { live } : {};
        if (shown !== "") output.push({ at: this.daemon.state.time - began, stream, text: shown, ...drawn });
      },
    });
    const stdout = writer("stdout");
    const stderr = writer("stderr");
    // bash shows what it has recalled.
    if (recalled !== line) stderr.write(`${recalled}\n`);
    const clock = passingClock(this.daemon.clock, () => passTime(this.#around()));
    const kernel = new ContainerKernel(
      this.#programs,
      clock,
      "drydock",
      hostNetwork(this.daemon, mountSource(this)),
      this.#budget,
    );
    const input = typed && new TerminalInput(typed, (text) => stdout.write(text));
    const world = {
      env: this.env,
      cwd: this.directory,
      umask: 0o022,
      credentials: ROOT,
      stdin: input ?? new TextInput("", undefined, terminal),
      stdout,
      stderr,
    };
    const process = new RunningProcess(kernel, this.files, ["bash"], world);
    const unmount = mount(this.files);
    let exitCode: number;
    let waits: Wanted | false = false;
    try {
      const ran = withinBytes(MOST_BYTES, () => {
        if (!this.#terminal) return runLine(`${line}\n`, process, "bash", undefined);
        const whole = input ? wholeCommand(recalled, process) : recalled;
        this.lines = [...this.lines.slice(0, -1), whole];
        const read = withAliases(whole, this.carried?.aliases);
        return runLine(`${read}\n`, process, "bash", { before: this.carried });
      });
      exitCode = ran.status;
      this.directory = ran.directory;
      this.env = new Map([...ran.env].filter(([name]) => !/^(?:_|SHLVL|PWD)$/.test(name)));
      if (this.#terminal) this.carried = ran.carried;
    } catch (error) {
      if (error instanceof WaitsForInput) waits = error.wants;
      else if (isEngineError(error, "NOT_SIMULATED")) stderr.write(`${notSimulatedText(error.data)}\n`);
      else if (isEngineError(error, "LIMIT"))
        stderr.write(
          `Drydock stopped here: more than ${error.data.limit} ${error.data.what}. The real one would go on.\n`,
        );
      else throw error;
      exitCode = 125;
    } finally {
      kernel.flush();
      unmount();
    }
    const text = (stream: "stdout" | "stderr"): string =>
      output
        .filter((event) => event.stream === stream)
        .map((event) => event.text)
        .join("");
    stderr.write(missingHint(text("stderr")));
    if (!waits && this.#isTooFull()) {
      this.restore(before);
      exitCode = 125;
      stderr.write(
        `Drydock stopped here: files, images and containers of this machine would hold more than ${MOST_HELD} bytes. The real one would go on. Everything is as it was before the command.\n`,
      );
    }
    const kept = input?.kept((secret) => keptPassword(secret, this.daemon.state.registries));
    if (waits) this.restore(before);
    return {
      exitCode,
      stdout: text("stdout"),
      stderr: text("stderr"),
      output,
      builds: this.#builds,
      waits,
      ...(kept && { typed: kept }),
    };
  }

  /** `docker build` without the command line. */
  build(
    options: {
      readonly tags?: readonly string[];
      readonly file?: string;
      readonly context?: string;
      readonly target?: string;
      readonly args?: Readonly<Record<string, string>>;
      readonly secrets?: Readonly<Record<string, string>>;
      readonly noCache?: BuildRequest["noCache"];
    } = {},
  ): BuildResult {
    const found = readContext(this.files, this.#home, options.context ?? ".", options.file);
    return this.daemon.build({
      ...found,
      target: options.target,
      args: options.args ?? {},
      secrets: options.secrets ?? {},
      tags: options.tags ?? [],
      ...(options.noCache !== undefined && { noCache: options.noCache }),
    });
  }

  /** Writes a file of the lesson's folder; folders on the way are made. */
  write(path: string, content: string | Uint8Array, mode?: number): void {
    const where = join(this.#home, path);
    makeFolders(this.files, dirname(where));
    this.files.write(where, Content.of(content), mode);
    if (mode !== undefined) this.files.chmod(where, mode);
  }

  /** Text of a file of the lesson's folder; undefined where there is none. */
  read(path: string): string | undefined {
    const content = this.files.read(join(this.#home, path));
    return typeof content === "string" ? undefined : content.text;
  }

  /** Paths of all files below the lesson's folder, sorted, seen from it. */
  list(): string[] {
    const walk = (directory: Directory, prefix: string): string[] =>
      [...directory.children].flatMap(([name, entry]) =>
        entry.kind === "directory" ? walk(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
      );
    const home = this.files.stat(this.#home);
    return typeof home !== "string" && home.kind === "directory" ? walk(home, "").sort() : [];
  }

  /** Names of what the shell can start: the programs of its PATH. */
  programs(): string[] {
    const names = (this.env.get("PATH") ?? "").split(":").flatMap((folder) => {
      const entry = this.files.stat(folder);
      return typeof entry !== "string" && entry.kind === "directory" ? [...entry.children.keys()] : [];
    });
    return [...new Set(names)];
  }

  snapshot(): HostState {
    return {
      files: this.files.snapshot(),
      daemon: this.daemon.state,
      directory: this.directory,
      env: this.env,
      lines: this.lines,
      ...(this.carried && { carried: this.carried }),
    };
  }

  restore(state: HostState): void {
    this.files = this.#fileSystem(state.files);
    this.daemon.state = state.daemon;
    this.directory = state.directory;
    this.env = state.env;
    this.lines = state.lines;
    this.carried = state.carried;
  }

  /**
   * States of this machine as text, for `load`.
   * @throws {CannotKeep} where `beside` is no plain data
   */
  save(saved: SavedMachine): string {
    return saveMachine(saved, this.#anchors());
  }

  /**
   * States that a machine of the same lesson has saved, to be restored.
   * @throws {EngineError} NEEDS_PART for a base image that they hold files of
   */
  load(text: string): SavedMachine | Unreadable {
    return loadMachine(text, this.#anchors());
  }

  /** Looks at the whole machine only after much has been made. */
  #isTooFull(): boolean {
    if (bytesMade() - this.#looked < MOST_HELD / 8) return false;
    this.#looked = bytesMade();
    return heldBytes([this.snapshot()]) > MOST_HELD;
  }

  #fileSystem(root: Directory): FileSystem {
    return new FileSystem(root, () => Math.floor(this.daemon.state.time / 1000));
  }

  #around(): Pick<Station, "daemon" | "files" | "network"> {
    const network: Station["network"] = (cell) => hostNetwork(cell, mountSource(this));
    return { daemon: this.daemon, files: this.files, network };
  }

  #station(process: Process): Station {
    return {
      ...this.#around(),
      files: process.files,
      directory: process.cwd,
      env: process.env,
      terminal: this.#terminal,
      input: process.stdin,
      stdin: () => process.stdin.rest(),
      answer: (secret) => process.stdin.line(secret),
      out: (text, live) => process.stdout.write(text, live),
      err: (text, live) => process.stderr.write(text, live),
      onBuild: (result) => void this.#builds.push(result),
    };
  }
}
