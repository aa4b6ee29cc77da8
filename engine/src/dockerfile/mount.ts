import { readCsvRecord } from "./csv.ts";
import { goQuote } from "./go-quote.ts";
import { parseTruth, parseUint } from "./go-number.ts";
import type { Mount } from "./instruction.ts";
import { suggest } from "./suggest.ts";

type Failure = { readonly error: string };
type Draft = { -readonly [Key in keyof Mount]: Mount[Key] };

const TYPES: readonly Mount["type"][] = ["bind", "cache", "tmpfs", "secret", "ssh"];
const SHARING: readonly NonNullable<Mount["sharing"]>[] = ["shared", "private", "locked"];
const KEYS = [
  "type",
  "from",
  "source",
  "target",
  "readonly",
  "id",
  "sharing",
  "required",
  "size",
  "mode",
  "uid",
  "gid",
  "src",
  "dst",
  "destination",
  "ro",
  "rw",
  "readwrite",
  "env",
];

/** What can be said before variables have values: the form of the list, and `from`, which takes no variables. */
export function checkMount(text: string): Failure | undefined {
  const fields = readCsvRecord(text);
  if ("error" in fields) return { error: `failed to parse csv mounts: ${fields.error}` };
  for (const field of fields) {
    const at = field.indexOf("=");
    if (at >= 0 && field.slice(0, at).toLowerCase() === "from" && /\$./.test(field.slice(at + 1))) {
      return { error: "'from' doesn't support variable expansion, define alias stage instead" };
    }
  }
  return undefined;
}

/** Name of the stage or image that a mount takes its files from, before any variable has a value. */
export function mountSource(text: string): string | undefined {
  const fields = readCsvRecord(text);
  if ("error" in fields) return undefined;
  const given = fields.map((field) => /^from=(.*)$/is.exec(field)?.[1]).filter((name) => name !== undefined);
  return given.at(-1) || undefined;
}

/**
 * Reads one `--mount` value. `expand` replaces the variables of each field's value.
 * BuildKit's `parseMount` and `validateMount`, in its words.
 */
export function parseMount(text: string, expand: (value: string) => string | Failure): Mount | Failure {
  const fields = readCsvRecord(text);
  if ("error" in fields) return { error: `failed to parse csv mounts: ${fields.error}` };
  const mount: Draft = {
    type: "bind",
    from: undefined,
    source: undefined,
    target: undefined,
    readOnly: false,
    id: undefined,
    sharing: undefined,
    required: false,
    size: undefined,
    mode: undefined,
    uid: undefined,
    gid: undefined,
    env: undefined,
  };
  let automatic = true;
  for (const field of fields) {
    const at = field.indexOf("=");
    const key = (at < 0 ? field : field.slice(0, at)).toLowerCase();
    const value = at < 0 ? undefined : expand(field.slice(at + 1));
    if (typeof value === "object") return value;
    const failure = value === undefined ? setBare(mount, key, field) : setField(mount, key, value, field);
    if (failure !== undefined) return failure;
    if (/^(?:readonly|ro|readwrite|rw)$/.test(key)) automatic = false;
  }
  if (automatic) mount.readOnly = mount.type !== "cache" && mount.type !== "tmpfs";
  return checkTogether(mount) ?? mount;
}

function setBare(mount: Draft, key: string, field: string): Failure | undefined {
  if (key === "required") return setRequired(mount, key, "true");
  if (key === "readonly" || key === "ro") mount.readOnly = true;
  else if (key === "readwrite" || key === "rw") mount.readOnly = false;
  else return { error: `invalid field '${field}' must be a key=value pair` };
  return undefined;
}

function setRequired(mount: Draft, key: string, value: string): Failure | undefined {
  if (mount.type !== "secret" && mount.type !== "ssh") return unexpected(mount, key);
  const truth = parseTruth(value);
  if (truth === undefined) return { error: `invalid value for ${key}: ${value}` };
  mount.required = truth;
  return undefined;
}

const unexpected = (mount: Draft, key: string): Failure => ({
  error: `unexpected key '${key}' for mount type '${mount.type}'`,
});

function setField(mount: Draft, key: string, value: string, field: string): Failure | undefined {
  switch (key) {
    case "type": {
      const type = TYPES.find((name) => name === value.toLowerCase());
      if (type === undefined)
        return { error: suggest(`unsupported mount type ${goQuote(value)}`, value, TYPES) };
      mount.type = type;
      return undefined;
    }
    case "from":
      mount.from = value || undefined;
      return undefined;
    case "source":
    case "src":
      mount.source = value || undefined;
      return undefined;
    case "target":
    case "dst":
    case "destination":
      mount.target = value || undefined;
      return undefined;
    case "id":
      mount.id = value || undefined;
      return undefined;
    case "env":
      mount.env = value || undefined;
      return undefined;
    case "readonly":
    case "ro":
    case "readwrite":
    case "rw": {
      const truth = parseTruth(value);
      if (truth === undefined) return { error: `invalid value for ${key}: ${value}` };
      mount.readOnly = key.startsWith("reado") || key === "ro" ? truth : !truth;
      return undefined;
    }
    case "required":
      return setRequired(mount, key, value);
    case "size": {
      if (mount.type !== "tmpfs") return unexpected(mount, key);
      const size = parseSize(value);
      if (size === undefined) return { error: `invalid value for ${key}: ${value}` };
      mount.size = size;
      return undefined;
    }
    case "sharing": {
      const sharing = SHARING.find((name) => name === value.toLowerCase());
      if (sharing === undefined)
        return { error: suggest(`unsupported sharing value ${goQuote(value)}`, value, SHARING) };
      mount.sharing = sharing;
      return undefined;
    }
    case "mode":
    case "uid":
    case "gid": {
      const number = parseUint(value, key === "mode" ? 8 : 10, 32);
      if (number === undefined) return { error: `invalid value ${value} for ${key}` };
      mount[key] = number;
      return undefined;
    }
    default:
      return { error: suggest(`unexpected key '${key}' in '${field}'`, key, KEYS) };
  }
}

function checkTogether(mount: Mount): Failure | undefined {
  if (mount.type === "bind" || mount.type === "tmpfs") {
    for (const key of ["mode", "uid", "gid"] as const) {
      if (mount[key] !== undefined)
        return { error: `${key} not allowed for ${goQuote(mount.type)} type mounts` };
    }
  }
  if (mount.type === "secret") {
    if (mount.from !== undefined) return { error: "secret mount should not have a from" };
    if (mount.sharing !== undefined) return { error: "secret mount should not define sharing" };
    if (mount.source === undefined && mount.target === undefined && mount.id === undefined) {
      return { error: "invalid secret mount. one of source, target required" };
    }
    if (mount.source !== undefined && mount.id !== undefined)
      return { error: "both source and id can't be set" };
  }
  if (mount.sharing !== undefined && mount.type !== "cache") {
    return { error: `invalid cache sharing set for ${mount.type} mount` };
  }
  return undefined;
}

const SCALE: Readonly<Record<string, number>> = { "": 0, b: 0, k: 1, m: 2, g: 3, t: 4, p: 5 };

/** Bytes of a text such as `64m` (go-units' `RAMInBytes`). */
function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([bkmgtp]?)(?:ib|b)?$/i.exec(text);
  const power = SCALE[match?.[2]?.toLowerCase() ?? "?"];
  return match === null || power === undefined ? undefined : Math.trunc(Number(match[1]) * 1024 ** power);
}
