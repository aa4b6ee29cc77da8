import { type Container, statusOf, treeAt } from "../../daemon/containers/container.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { diff } from "../../vfs/diff.ts";
import type { MachineChange } from "./change.ts";
import { compareNamed } from "./compare-named.ts";

/** A container at a moment: programs go on by themselves, so what it is hangs on the time. */
interface Seen {
  readonly container: Container;
  readonly at: number;
}

const seenAt = ({ containers, time }: DaemonState): Map<string, Seen> =>
  new Map(containers.map((container) => [container.id, { container, at: time }]));

const status = ({ container, at }: Seen): string => {
  const word = statusOf(container, at);
  return word === "exited" ? `exited (${container.life?.end?.exitCode ?? 0})` : word;
};

const is = (seen: Seen): string => `${status(seen)}, ${seen.container.imageName}`;

const networks = ({ container }: Seen): string => container.endpoints.map(({ network }) => network).join(" ");

function became(old: Seen, now: Seen): string | undefined {
  const words: string[] = [];
  if (old.container.name !== now.container.name) words.push(`it was called ${old.container.name}`);
  const [was, isNow] = [status(old), status(now)];
  if (was !== isNow) words.push(`${was}, now ${isNow}`);
  else if (old.container.life?.startedAt !== now.container.life?.startedAt) words.push("started again");
  if (networks(old) !== networks(now)) words.push(`networks: ${networks(now) || "none"}`);
  const files = diff(treeAt(old.container, old.at), treeAt(now.container, now.at)).filter(
    ({ kind, entry }) => kind !== "C" || entry?.kind !== "directory",
  ).length;
  if (files > 0) words.push(`${files} ${files === 1 ? "file" : "files"} changed in it`);
  return words.length === 0 ? undefined : words.join("; ");
}

export function containerChanges(before: DaemonState, after: DaemonState): MachineChange[] {
  const names = new Map([...before.containers, ...after.containers].map(({ id, name }) => [id, name]));
  return compareNamed(seenAt(before), seenAt(after), { what: "container", is, became }).map((change) => ({
    ...change,
    name: names.get(change.name) ?? change.name,
  }));
}
