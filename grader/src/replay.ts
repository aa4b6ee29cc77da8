import { type DaemonState, type FileState, treeOf, type Workstation } from "@drydock/engine";
import { MACHINE_START } from "./image-machine.ts";
import type { Session } from "./lesson.ts";
import { own } from "./own.ts";

/** A line that was typed, what came of it, and what the daemon was like before and after. */
export interface Ran {
  readonly line: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly before: DaemonState;
  readonly after: DaemonState;
}

/** A machine on which a session's commands ran again. */
export interface Replay {
  readonly machine: Workstation;
  readonly log: readonly Ran[];
  /** The first line that Drydock could not run as Docker would: what comes after it is not certain. */
  readonly unknown: Ran | undefined;
}

/** What all lines of a session may do together, in steps of a script: a thousand docker commands. */
export const REPLAY_STEPS = 4_000_000;

/**
 * Types the session's lines into a fresh machine, each on the files that it ran on.
 *
 * A line that meets a limit of Drydock's is the last: what comes after it is not certain, and five hundred of them would take for ever.
 */
export function replay(machine: Workstation, session: Session | undefined, files: FileState): Replay {
  const log: Ran[] = [];
  const home = machine.directory;
  const trees = new Map<FileState, ReturnType<typeof treeOf>>();
  const treeFor = (state: FileState): ReturnType<typeof treeOf> => {
    const tree = trees.get(state) ?? treeOf(state, MACHINE_START / 1000);
    trees.set(state, tree);
    return tree;
  };
  let present = files;
  for (const { line, typed, files: name } of session?.commands ?? []) {
    const wanted = name === undefined ? files : (own(session?.snapshots, name) ?? files);
    if (wanted !== present) machine.files.place(home, treeFor(wanted));
    present = wanted;
    const before = machine.daemon.state;
    const { exitCode, stdout, stderr } = machine.run(line, typed);
    log.push({ line, exitCode, stdout, stderr, before, after: machine.daemon.state });
    if (exitCode !== 0 && /^Drydock stopped here/m.test(stderr)) break;
  }
  return { machine, log, unknown: log.find(isUncertain) };
}

/**
 * Would a real machine have done something that this one did not? A name that no machine knows (`dokcer`) is an error there as well, and an
 * editor does nothing to the engine: files of a session stand beside its lines.
 */
const isUncertain = ({ exitCode, stderr }: Ran): boolean =>
  exitCode !== 0 && /^Drydock (?!.* would open an editor:)/.test(notSimulatedIn(stderr));

/** Drydock's own words in what a line said on its error stream, a build's error among them; empty where there are none. */
export const notSimulatedIn = (stderr: string): string =>
  /(?:^|^ERROR: .*?: )(Drydock .*\bThe real one\b.*)$/m.exec(stderr)?.[1] ?? "";
