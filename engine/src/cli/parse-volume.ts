import type { Mount } from "../daemon/container.ts";
import { join } from "../vfs/path.ts";

/** `name:/path`, `/host:/path:ro`, `/path` of `-v`; a host path that begins with `.` is seen from `directory`. */
export function parseVolume(text: string, directory: string): Mount | { readonly error: string } {
  const parts = text.split(":");
  const invalid = { error: `invalid volume specification: '${text}'` };
  if (parts.length > 3 || parts.some((part) => part === "")) return invalid;
  const [first = "", second, mode = ""] = parts;
  if (second === undefined)
    return first.startsWith("/") ? { kind: "volume", source: "", target: first, readOnly: false } : invalid;
  if (!second.startsWith("/"))
    return {
      error: `invalid volume specification: '${text}': invalid mount config for type "${first.startsWith("/") ? "bind" : "volume"}": invalid mount path: '${second}' mount path must be absolute`,
    };
  if (
    mode !== "" &&
    mode
      .split(",")
      .some((word) => !["ro", "rw", "z", "Z", "nocopy", "cached", "delegated", "consistent"].includes(word))
  )
    return { error: `invalid mode: ${mode}` };
  const bind = /^[./~]/.test(first) && (first.startsWith("/") || first.startsWith("."));
  return {
    kind: bind ? "bind" : "volume",
    source: bind ? join(directory, first) : first,
    target: join("/", second),
    readOnly: mode.split(",").includes("ro"),
  };
}
