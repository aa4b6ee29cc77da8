import type { Json } from "../../core/json.ts";
import type { MountRequest } from "../../daemon/mounts/mount-request.ts";
import { readCsvRecord } from "../../dockerfile/csv.ts";
import { join } from "../../vfs/path.ts";
import { memoryBytes } from "./memory-bytes.ts";

type Options = Record<string, Json>;
const TRUTH = /^(?:1|t|T|TRUE|true|True)$/;
const BOOL = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const RECURSIVE: Readonly<Record<string, Options>> = {
  enabled: {},
  disabled: { NonRecursive: true },
  writable: { ReadOnlyNonRecursive: true },
  readonly: { ReadOnlyForceRecursive: true },
};

/**
 * `type=bind,source=…,target=…,readonly` of `--mount` (docker/cli opts/mount.go); `error` is what the flag says of its value.
 * @param directory that a source which begins with `../` is seen from
 */
export function parseMount(text: string, directory: string): MountRequest | { readonly error: string } {
  const fields = readCsvRecord(text);
  if ("error" in fields) return fields;
  const mount = { Type: "volume", Source: "", Target: "", Consistency: "", ReadOnly: false };
  const options: { bind?: Options; volume?: Options; image?: Options; tmpfs?: Options } = {};
  const bind = (): Options => (options.bind ??= {});
  const volume = (): Options => (options.volume ??= {});
  const tmpfs = (): Options => (options.tmpfs ??= {});
  for (const field of fields) {
    const [word = "", value] = field.split(/=(.*)/s);
    const key = word.toLowerCase();
    const invalid = { error: `invalid value for ${key}: ${value}` };
    if (value === undefined) {
      if (key === "readonly" || key === "ro") mount.ReadOnly = true;
      else if (key === "volume-nocopy") volume()["NoCopy"] = true;
      else return { error: `invalid field '${field}' must be a key=value pair` };
      continue;
    }
    switch (key) {
      case "type":
        mount.Type = value.toLowerCase();
        break;
      case "source":
      case "src":
        mount.Source = value === "." || value.startsWith("../") ? join(directory, value) : value;
        break;
      case "target":
      case "dst":
      case "destination":
        mount.Target = value;
        break;
      case "readonly":
      case "ro":
        if (!BOOL.test(value)) return invalid;
        mount.ReadOnly = TRUTH.test(value);
        break;
      case "consistency":
        mount.Consistency = value.toLowerCase();
        break;
      case "bind-propagation":
        bind()["Propagation"] = value.toLowerCase();
        break;
      case "bind-nonrecursive":
        if (!BOOL.test(value)) return invalid;
        if (TRUTH.test(value)) bind()["NonRecursive"] = true;
        break;
      case "bind-recursive": {
        const set = RECURSIVE[value];
        if (!set)
          return {
            error: `${invalid.error} (must be "enabled", "disabled", "writable", or "readonly")`,
          };
        Object.assign(bind(), set);
        break;
      }
      case "volume-subpath":
        volume()["Subpath"] = value;
        break;
      case "volume-nocopy":
        if (!BOOL.test(value)) return invalid;
        if (TRUTH.test(value)) volume()["NoCopy"] = true;
        else volume();
        break;
      case "volume-label":
        volume()["Labels"] = pairAdded(volume()["Labels"], value);
        break;
      case "volume-driver":
        volume()["DriverConfig"] = { ...asMap(volume()["DriverConfig"]), Name: value };
        break;
      case "volume-opt": {
        const driver = asMap(volume()["DriverConfig"]);
        volume()["DriverConfig"] = { ...driver, Options: pairAdded(driver["Options"], value) };
        break;
      }
      case "image-subpath":
        options.image = { Subpath: value };
        break;
      case "tmpfs-size": {
        const size = memoryBytes(value);
        if (typeof size !== "number") return invalid;
        tmpfs()["SizeBytes"] = size;
        break;
      }
      case "tmpfs-mode":
        if (!/^[0-7]+$/.test(value)) return invalid;
        tmpfs()["Mode"] = Number.parseInt(value, 8);
        break;
      default:
        return { error: `unexpected key '${key}' in '${field}'` };
    }
  }
  const mixed = (["volume", "image", "bind", "tmpfs"] as const).find(
    (kind) => options[kind] && kind !== mount.Type,
  );
  if (mixed) return { error: `cannot mix '${mixed}-*' options with mount type '${mount.Type}'` };
  if (options.bind?.["ReadOnlyNonRecursive"] && !mount.ReadOnly)
    return {
      error: "option 'bind-recursive=writable' requires 'readonly' to be specified in conjunction",
    };
  if (options.bind?.["ReadOnlyForceRecursive"] && !mount.ReadOnly)
    return {
      error: "option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction",
    };
  if (mount.Target === "") return { error: "target is required" };
  return {
    Type: mount.Type,
    ...(mount.Source !== "" && { Source: mount.Source }),
    Target: mount.Target,
    ...(mount.ReadOnly && { ReadOnly: true }),
    ...(mount.Consistency !== "" && { Consistency: mount.Consistency }),
    ...(options.bind && { BindOptions: options.bind }),
    ...(options.volume && { VolumeOptions: options.volume }),
    ...(options.image && { ImageOptions: options.image }),
    ...(options.tmpfs && { TmpfsOptions: options.tmpfs }),
  };
}

const asMap = (value: Json | undefined): Readonly<Options> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Options) : {};

/** A map with `name=value` in it. */
function pairAdded(map: Json | undefined, pair: string): Options {
  const [name = "", value = ""] = pair.split(/=(.*)/s);
  return { ...asMap(map), [name]: value };
}
