import { join } from "../../vfs/path.ts";

/** One value of `-v`, as the client sends it: a bind, or a place for a volume without a name. */
export type VolumeRequest = { readonly bind: string } | { readonly anonymous: string };

const LETTER = /^\p{L}$/u;

/**
 * What `-v` asks for (docker/cli internal/volumespec); `error` is all after `docker: `.
 *
 * A letter before a colon is a drive of Windows and no field of its own, on every system.
 * @param directory that a host path which begins with `.` is seen from
 */
export function parseVolume(text: string, directory: string): VolumeRequest | { readonly error: string } {
  if (text === "") return { error: "invalid empty volume spec" };
  if (text.length <= 2) return { anonymous: text };
  const fields: string[] = [];
  let field = "";
  for (const char of text) {
    if (char !== ":" || LETTER.test(field)) field += char;
    else {
      fields.push(field);
      field = "";
    }
  }
  fields.push(field);
  const invalid = (why: string): { readonly error: string } => ({ error: `invalid spec: ${text}: ${why}` });
  if (fields.some((one, i) => one === "" && i < 4)) return invalid("empty section between colons");
  if (fields.length > 3) return invalid("too many colons");
  if (fields.length === 1) return { anonymous: text };
  const [host = "", ...rest] = text.split(":");
  return { bind: host.startsWith(".") ? [join(directory, host), ...rest].join(":") : text };
}
