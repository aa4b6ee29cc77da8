/**
 * What no two runs of the real Docker agree on: the one list of it. Both sides of every comparison go through `marked`, and a
 * transcript is written with the marks in it. Ids keep their identity (see `Ids`), all else becomes one mark.
 */
const VOLATILE: readonly (readonly [what: RegExp, mark: string])[] = [
  // BuildKit's names for what it keeps are by chance, and so is how many of them stand in a list.
  [/^(Deleted build cache objects:\n)(?:[a-z0-9]{25}\n)+/gm, "$1<cache ids>\n"],
  [/\b(?=[a-z]*\d)[a-z0-9]{25}\b(?!:)/g, "<cache id>"],
  // A digest cut short.
  [/\bsha256:[0-9a-z]{8,}\b/g, "sha256:<digest>"],
  // BuildKit counts the bytes that go over its wire, in as many reports as it takes.
  [/^#\d+ transferring (?:context|dockerfile):.*\n/gm, ""],
  // How long it took: a step, a part of it, each line of its output; in the closing frame the log has times as well.
  [/^(#\d+) \d+\.\d{2,3}(?= |$)/gm, "$1 <t>"],
  [/(DONE|CANCELED) \d+\.\d+s/g, "$1 <t>"],
  [/ \d+\.\d+s(?= done$)/gm, ""],
  [/ \d+\.\d+s$/gm, " <t>"],
  [/^ *\d+\.\d{3} (?=\S)/gm, "<t> "],
  // When.
  [
    /\b(?:Less than a second|About a minute|About an hour|\d+ (?:second|minute|hour|day|week|month|year)s?) ago\b/g,
    "<ago>",
  ],
  [/\bUp (?:Less than a second|About a minute|\d+ (?:second|minute)s?)\b/g, "Up <for>"],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?[+-]\d{4} UTC|Z|[+-]\d\d:\d\d)?/g, "<time>"],
  [/\[\d\d\/\w{3}\/\d{4} [\d:]+\]/g, "[<time>]"],
];

/** Columns of a table are as wide as their widest cell, so ages decide where the next ones stand. */
const UNEVEN = /<ago>|<for>|<time>/;
const GAPS = / {3,}/g;

/** Names that have what looks like an id in them, and are none that comes back: snapshots and folders of the daemon. */
const NAMES: readonly (readonly [what: RegExp, mark: string])[] = [
  [/\bref [a-z0-9-]{20,40}::[a-z0-9]+/g, "ref <ref>"],
  [/\b(overlay2|snapshots|rootfs|mounts?)\/[^\s"':]+/g, "$1/<path>"],
];

/** 64 digits, or 12 that are surely no number or word. */
const ID = /\b[0-9a-f]{64}\b|\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12}\b|(?<=\s)[0-9]{12}\b/g;

/** Ids by order of first sight in one session: a short id is the long one that begins with it. */
export class Ids {
  readonly #seen: string[] = [];

  mark(id: string): string {
    const at = this.#seen.findIndex((one) => one.startsWith(id) || id.startsWith(one));
    if (at < 0) this.#seen.push(id);
    else if (id.length > (this.#seen[at]?.length ?? 0)) this.#seen[at] = id;
    return `<${id.length === 64 ? "id" : "short id"} ${at < 0 ? this.#seen.length : at + 1}>`;
  }
}

/** A text of one session with marks for all that is volatile in it. */
export function marked(text: string, ids: Ids): string {
  const replaced = (from: string, list: typeof VOLATILE): string =>
    list.reduce((before, [what, mark]) => before.replaceAll(what, mark), from);
  const named = replaced(text, NAMES).replaceAll(ID, (id) => ids.mark(id));
  const own = replaced(named, VOLATILE);
  return UNEVEN.test(own) ? own.replaceAll(GAPS, "   ").replaceAll(/ +$/gm, "") : own;
}

/** Commands whose output tells of the machine that recorded, or of the recording's stand-in for Docker Hub. */
export const tellsOfTheMachine = (line: string): boolean =>
  /^docker (?:search|info|version|--version|top|buildx (?:ls|du)|system df)\b|docker help$|^docker$/.test(
    line,
  );

/** pip was recorded offline: its words and files are those of the recording's own folder of wheels. */
export const runsPip = (text: string): boolean => /\bpip3? install\b/.test(text);

/** Programs whose output no two runs agree on: what they write to a file has no fixed content. */
export const writesByChance = (text: string): boolean => /\bdate\b|\$RANDOM|urandom|hostname/.test(text);
