import { encode, equalBytes } from "../../core/bytes.ts";
import type { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";

const UNICODE_SPACE = /\s/;

/**
 * Lines of a file of variables or labels, as the client reads them; `error` is all after `docker: ` (docker/cli
 * pkg/kvfile/kvfile.go).
 * @param lookUp what a name without a value stands for; undefined: nothing
 */
export function keyValues(
  call: Call,
  path: string,
  kind: "env" | "label",
  lookUp: (name: string) => string | undefined,
): readonly string[] | { readonly error: string } {
  const where = join(call.directory, path);
  const content = call.files.read(where);
  const entry = call.files.stat(where);
  const wrong = (why: string): { readonly error: string } => ({
    error: `invalid ${kind} file (${path}): ${why}`,
  });
  if (typeof entry !== "string" && entry.kind === "directory") return wrong(`read ${path}: is a directory`);
  if (typeof content === "string" || content.text === undefined)
    return { error: `open ${path}: no such file or directory` };
  const pairs: string[] = [];
  for (const [i, typed] of content.text.split("\n").entries()) {
    const foreign = typed.includes("\u{fffd}") ? lineBytes(content, i) : undefined;
    if (foreign && !equalBytes(foreign, encode(typed)))
      return wrong(`invalid utf8 bytes at line ${i + 1}: [${foreign.join(" ")}]`);
    const line = typed.replace(/\r$/, "").trimStart();
    if (line === "" || line.startsWith("#")) continue;
    const [name = "", value] = line.split(/=(.*)/s);
    if (name === "") return wrong(`no variable name on line '${line}'`);
    if (UNICODE_SPACE.test(name)) return wrong(`variable '${name}' contains whitespaces`);
    if (value !== undefined) pairs.push(line);
    else {
      const found = lookUp(name);
      if (found !== undefined) pairs.push(`${name}=${found}`);
    }
  }
  return pairs;
}

/** Bytes of one line of a file, without its end. */
function lineBytes({ bytes = new Uint8Array() }: Content, line: number): Uint8Array {
  let from = 0;
  for (let i = 0; i < line; i++) from = bytes.indexOf(0x0a, from) + 1;
  const end = bytes.indexOf(0x0a, from);
  return bytes.subarray(from, end < 0 ? bytes.length : end);
}
