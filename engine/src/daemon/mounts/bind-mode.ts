/** Words of a bind's mode by what they are about: one of each may stand there (moby volume/mounts/linux_parser.go). */
const WORDS: readonly (readonly string[])[] = [
  ["rw", "ro"],
  ["z", "Z"],
  ["private", "rprivate", "slave", "rslave", "shared", "rshared"],
  ["nocopy"],
  ["consistent", "cached", "delegated", "default"],
];

const PROPAGATION = WORDS[2] ?? [];

/** What the third field of a bind says. */
export interface BindMode {
  readonly readOnly: boolean;
  readonly noCopy: boolean;
  readonly propagation: string | undefined;
}

/** `ro,z` and the like; undefined where it is no mode. */
export function bindMode(text: string): BindMode | undefined {
  const words = text === "" ? [] : text.split(",");
  const kinds = words.map((word) => WORDS.findIndex((kind) => kind.includes(word)));
  if (kinds.includes(-1) || new Set(kinds).size < kinds.length) return undefined;
  return {
    readOnly: words.includes("ro"),
    noCopy: words.includes("nocopy"),
    propagation: words.find((word) => PROPAGATION.includes(word)),
  };
}

export const isPropagation = (text: string): boolean => PROPAGATION.includes(text);
