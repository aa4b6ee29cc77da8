const WORDS = [
  "amber",
  "brisk",
  "calm",
  "deft",
  "eager",
  "fair",
  "glad",
  "hardy",
  "keen",
  "lucid",
  "merry",
  "noble",
  "quick",
  "sharp",
  "steady",
  "vivid",
];
const SAILORS = [
  "beaufort",
  "bering",
  "cabot",
  "cook",
  "drake",
  "elcano",
  "frobisher",
  "hudson",
  "magellan",
  "nansen",
  "peary",
  "ross",
  "tasman",
  "vancouver",
  "vespucci",
  "zhenghe",
];

/** A name for a container that nobody named, after its id; taken ones get a digit, as Docker does. */
export function inventName(id: string, taken: ReadonlySet<string>): string {
  const pick = (list: readonly string[], at: number): string =>
    list[Number.parseInt(id.slice(at, at + 4), 16) % list.length] ?? "";
  const name = `${pick(WORDS, 0)}_${pick(SAILORS, 4)}`;
  for (let i = 0; ; i++) {
    const candidate = i === 0 ? name : `${name}${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Why a name is refused, undefined if it is good (moby daemon/names). */
export function nameProblem(name: string): string | undefined {
  if (/^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return undefined;
  return `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`;
}
