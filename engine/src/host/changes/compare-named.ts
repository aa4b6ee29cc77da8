import type { MachineChange } from "./change.ts";

/** How things of one sort are told. */
interface Told<T> {
  readonly what: MachineChange["what"];
  /** What a thing is that came or went. */
  is(thing: T): string | undefined;
  /** What of it changed; undefined where it is the same. */
  became(before: T, after: T): string | undefined;
}

/** What came, went and changed among things that have names, in the order of `after`, then what went. */
export function compareNamed<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  told: Told<T>,
): MachineChange[] {
  const change = (how: MachineChange["how"], name: string, detail: string | undefined): MachineChange => ({
    what: told.what,
    how,
    name,
    ...(detail !== undefined && { detail }),
  });
  const changes: MachineChange[] = [];
  for (const [name, now] of after) {
    const old = before.get(name);
    if (old === undefined) changes.push(change("added", name, told.is(now)));
    else if (old !== now) {
      const became = told.became(old, now);
      if (became !== undefined) changes.push(change("changed", name, became));
    }
  }
  for (const [name, old] of before) if (!after.has(name)) changes.push(change("removed", name, told.is(old)));
  return changes;
}
