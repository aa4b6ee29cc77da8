import { strerror } from "../../../vfs/errno.ts";
import { dirname, join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";

/** One line of a requirements file, comments gone, continued lines joined. */
export interface RequirementLine {
  readonly text: string;
  /** `-r requirements.txt (line 3)` */
  readonly from: string;
}

const DEPTH = 20;

/** Reads a requirements file with the files it includes. @returns pip's words where one cannot be read. */
export function readRequirementsFile(
  process: Process,
  name: string,
  depth = 0,
): { lines: RequirementLine[]; constraints: RequirementLine[] } | { error: string } {
  const content = process.files.read(join(process.cwd, name));
  if (typeof content === "string") {
    const number = { ENOENT: 2, EACCES: 13, EISDIR: 21, ENOTDIR: 20 }[content as string] ?? 5;
    return {
      error: `ERROR: Could not open requirements file: [Errno ${number}] ${strerror[content]}: '${name}'`,
    };
  }
  if (depth > DEPTH) return { error: `ERROR: ${name} recursively references itself` };
  const lines: RequirementLine[] = [];
  const constraints: RequirementLine[] = [];
  let joined = "";
  let start = 0;
  const source = (content.text ?? "").replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [at, raw] of source.entries()) {
    if (joined === "") start = at + 1;
    if (raw.endsWith("\\") && !raw.trimStart().startsWith("#")) {
      joined += raw.slice(0, -1);
      continue;
    }
    const text = (joined + raw).replace(/(^|\s)#.*$/, "").trim();
    joined = "";
    if (text === "") continue;
    const include = /^(?:-(r|c)\s*|--(requirement|constraint)(?:\s+|=))(\S+)$/.exec(text);
    if (!include) {
      lines.push({ text, from: `-r ${name} (line ${start})` });
      continue;
    }
    const path = include[3] ?? "";
    const inner = readRequirementsFile(
      process,
      path.startsWith("/") || !name.includes("/") ? path : `${dirname(name)}/${path}`,
      depth + 1,
    );
    if ("error" in inner) return inner;
    const constrains = include[1] === "c" || include[2] === "constraint";
    (constrains ? constraints : lines).push(...inner.lines);
    constraints.push(...inner.constraints);
  }
  return { lines, constraints };
}
