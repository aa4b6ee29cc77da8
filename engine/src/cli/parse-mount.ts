import type { Mount } from "../daemon/container.ts";
import { readCsvRecord } from "../dockerfile/csv.ts";
import { join } from "../vfs/path.ts";

const TYPES = ["bind", "volume", "tmpfs"] as const;
/** Fields that change nothing that can be seen here. */
const WITHOUT_EFFECT = new Set([
  "bind-propagation",
  "consistency",
  "tmpfs-size",
  "tmpfs-mode",
  "volume-driver",
  "volume-label",
  "bind-recursive",
]);

/** `type=bind,source=…,target=…,readonly` of `--mount` (docker/cli opts/mount.go); `error` is all after `docker: `. */
export function parseMount(text: string, directory: string): Mount | { readonly error: string } {
  const refuse = (why: string): { readonly error: string } => ({
    error: `invalid argument ${JSON.stringify(text)} for "--mount" flag: ${why}`,
  });
  const fields = readCsvRecord(text);
  if ("error" in fields) return refuse(fields.error === "EOF" ? "value is empty" : fields.error);
  let type = "volume";
  let source = "";
  let target = "";
  let readOnly = false;
  for (const field of fields) {
    const [word = "", value] = field.split(/=(.*)/s);
    const key = word.toLowerCase();
    if (key === "readonly" || key === "ro") {
      if (value !== undefined && !/^(?:1|0|true|false|t|f)$/i.test(value))
        return refuse(`invalid value for ${key}: ${value}`);
      readOnly = value === undefined || /^(?:1|t|true)$/i.test(value);
      continue;
    }
    if (key === "volume-nocopy" && value === undefined) continue;
    if (value === undefined) return refuse(`invalid field '${field}' must be a key=value pair`);
    if (key === "type") type = value.toLowerCase();
    else if (key === "source" || key === "src") source = value;
    else if (key === "target" || key === "dst" || key === "destination") target = value;
    else if (key === "volume-nocopy" || key === "volume-subpath" || key === "volume-opt")
      return {
        error: `Drydock does not have the mount option ${key}. The real one would mount the volume with it.`,
      };
    else if (!WITHOUT_EFFECT.has(key)) return refuse(`unexpected key '${key}' in '${field}'`);
  }
  if (target === "") return refuse("target is required");
  const kind = TYPES.find((one) => one === type);
  if (!kind)
    return ["npipe", "cluster", "image"].includes(type)
      ? { error: `Drydock does not have mounts of type ${type}. The real one would mount it at ${target}.` }
      : { error: `Error response from daemon: invalid mount config for type "${type}": mount type unknown` };
  const config = `Error response from daemon: invalid mount config for type "${kind}": `;
  if (!target.startsWith("/"))
    return { error: `${config}invalid mount path: '${target}' mount path must be absolute` };
  if (kind === "tmpfs" && source !== "") return { error: `${config}field Source must not be specified` };
  if (kind === "bind" && source === "") return { error: `${config}field Source must not be empty` };
  return {
    kind,
    source: kind === "bind" ? join(directory, source) : source,
    target: join("/", target),
    readOnly,
    ...(kind === "bind" && { mustExist: true }),
  };
}
