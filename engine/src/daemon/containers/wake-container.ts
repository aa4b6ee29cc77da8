import { notSimulated } from "../../core/engine-error.ts";
import type { Network } from "../../shell/process.ts";
import { wake } from "../../shell/wait/wake.ts";
import type { Awake, Waiting, Woken } from "../../shell/wait/waiting.ts";
import type { ImposedChange } from "../../vfs/impose-change.ts";
import { treeChanges } from "../lives/tree-changes.ts";
import type { Directory } from "../../vfs/entry.ts";
import { type Container, type Life, type LoggedOutput, treeAt } from "./container.ts";
import type { DaemonState } from "../state.ts";
import { mountsNow } from "../lives/mounts-now.ts";
import { splitChanges } from "../lives/split-changes.ts";
import { giveEdit } from "../lives/give-edit.ts";
import { mountedFiles, type MountSource, saveMounts } from "./container-files.ts";

/** A container after something reached one of its programs. */
interface WokenContainer<T> {
  readonly container: Container;
  readonly woken: T;
  /** Simulated time at which the program waits again, or ended. */
  readonly until: number;
}

/**
 * Lets something reach a program that waits in a running container, at a simulated time.
 * @throws {EngineError} NOT_SIMULATED, LIMIT
 */
export function wakeContainer<T extends Woken | undefined>(
  container: Container,
  waiting: Waiting,
  at: number,
  around: { readonly mounts: MountSource; readonly network: Network; readonly state: DaemonState },
  reach: (awake: Awake) => T,
): WokenContainer<T> {
  const { life } = container;
  if (!life) throw new Error("a container without a life was woken");
  let time = at;
  const before = treeAt(container, at);
  const entries = mountsNow(container, at, around.mounts);
  const source: MountSource = {
    read: (mount) => entries[container.options.mounts.indexOf(mount)] ?? around.mounts.read(mount),
    write: (mount, entry) => around.mounts.write(mount, entry),
  };
  const files = mountedFiles(container, before, source, around.state, () => Math.floor(time / 1000));
  const output: LoggedOutput[] = [];
  const seen = files.view();
  const woken = wake(
    {
      files,
      clock: { now: () => time, elapse: (milliseconds) => void (time += milliseconds) },
      onOutput: (stream, text) => void output.push({ at: time, stream, text }),
      hostname: container.hostname,
      network: around.network,
      others: life.waiting.filter((one) => one !== waiting),
    },
    reach,
  );
  const shared = container.options.mounts.filter(({ kind }) => kind !== "tmpfs");
  const changes = splitChanges(treeChanges(seen, files.view()), shared, before).own;
  const tree = files.snapshot();
  saveMounts(container, files, around.mounts);
  if (!woken) return { container, woken, until: at };
  const lived = livedOn(container, life, waiting, woken, { output, changes, tree, at, until: time });
  return { container: lived, woken, until: time };
}

function livedOn(
  container: Container,
  life: Life,
  waiting: Waiting,
  { next }: Woken,
  seen: {
    readonly output: readonly LoggedOutput[];
    readonly changes: readonly ImposedChange[];
    readonly tree: Directory;
    readonly at: number;
    readonly until: number;
  },
): Container {
  const { output, changes, tree, at, until } = seen;
  const others = life.waiting.filter((one) => one !== waiting);
  const answered =
    output.length === 0 ? life.answered : [...(life.answered ?? []), ...output].sort((a, b) => a.at - b.at);
  const woken = { ...life, ...(answered && { answered }) };
  if (!("exitCode" in next)) {
    const reached = { ...container, life: { ...woken, waiting: [...others, next] } };
    return giveEdit(reached, { at: until, changes });
  }
  if (waiting.pid !== (life.hearer ?? 1))
    throw notSimulated(
      "what the shell does once its server has ended by itself",
      "go on with the line behind it",
    );
  const end = { at: until, exitCode: next.exitCode };
  const trees =
    changes.length === 0 ? life.trees : [...life.trees.filter((one) => one.at <= at), { at: until, tree }];
  return {
    ...container,
    paused: false,
    tree,
    life: {
      ...woken,
      output: life.output.filter((one) => one.at <= until),
      ...(answered && { answered: answered.filter((one) => one.at <= until) }),
      trees,
      waiting: [],
      end,
    },
  };
}
