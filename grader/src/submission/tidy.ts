import { encode, type FileState, parseDockerfile } from "@drydock/engine";
import * as z from "zod/mini";
import { textOf } from "../edit.ts";
import type { Session, Submission } from "../lesson.ts";
import { insteadOfDockerfile } from "./instead-of-dockerfile.ts";
import { limits, Refusal } from "./limits.ts";
import { sessionSchema } from "./session-schema.ts";

const SKIPPED = ["__MACOSX", ".git", "node_modules"];
/** Names that people's machines and platforms give a Dockerfile. */
export const MISNAMED: RegExp = /^(?:dockerfile(?:[-_. ]?\(?\d{1,3}\)?)?(?:\.txt)?|containerfile) *$/i;
/* What systems of people leave beside a folder. */
const LITTER = /^(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i;

/**
 * A submission out of the files that were handed in: session.json is taken out, and what people's machines do to a folder is put right,
 * each time with a notice.
 *
 * `kept` are names that the lesson itself has: a lesson about `.git` in the context keeps it.
 */
export function tidy(id: string, handedIn: FileState, kept: FileState, file = "Dockerfile"): Submission {
  const notes: string[] = [];
  let files = withoutSkipped(handedIn, kept, notes);
  files = withoutWrapping(files, file, notes);
  files = withDockerfile(files, file, notes);
  const instead = file in files || file !== "Dockerfile" ? undefined : insteadOfDockerfile(files, kept, file);
  if (instead !== undefined) notes.push(instead);
  const { "session.json": sessionEntry, ...rest } = files;
  const session = sessionEntry === undefined ? undefined : readSession(textOf(sessionEntry));
  const text = textOf(rest[file]);
  if (text !== undefined) checkDockerfile(text, file, notes);
  return { id, files: rest, session, notes };
}

function withoutSkipped(files: FileState, kept: FileState, notes: string[]): FileState {
  const known = new Set(Object.keys(kept).flatMap((path) => path.split("/")));
  const names = SKIPPED.filter((name) => !known.has(name));
  const found = new Set<string>();
  const left = Object.entries(files).filter(([path]) => {
    const skipped = path.split("/").find((part) => names.includes(part));
    if (skipped !== undefined) found.add(skipped);
    return skipped === undefined;
  });
  for (const name of [...found].sort()) notes.push(`${name} was skipped`);
  return Object.fromEntries(left);
}

function withoutWrapping(files: FileState, file: string, notes: string[]): FileState {
  const litter = Object.keys(files).filter((path) => LITTER.test(path));
  const paths = Object.keys(files).filter((path) => !litter.includes(path));
  const [top = ""] = paths[0]?.split("/") ?? [];
  if (paths.length === 0 || !paths.every((path) => path.startsWith(`${top}/`))) return files;
  const inner = Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => !litter.includes(path))
      .map(([path, entry]) => [path.slice(top.length + 1), entry]),
  );
  const telling = Object.keys(inner).some(
    (path) => path === file || path === "session.json" || MISNAMED.test(path),
  );
  if (!telling || file in files) return files;
  for (const name of litter) notes.push(`${JSON.stringify(name).slice(1, -1)} was skipped`);
  notes.push("the files were taken out of the one folder around them");
  return inner;
}

function withDockerfile(files: FileState, file: string, notes: string[]): FileState {
  if (file in files || file !== "Dockerfile") return files;
  const [misnamed, ...others] = Object.keys(files).filter((path) => MISNAMED.test(path));
  if (misnamed === undefined || others.length > 0) return files;
  const entry = files[misnamed];
  if (entry === undefined) return files;
  const { [misnamed]: _old, ...rest } = files;
  notes.push(`${JSON.stringify(misnamed).slice(1, -1)} was read as Dockerfile`);
  return { ...rest, Dockerfile: entry };
}

/** Reads a session, from session.json or from a bundle. */
function readSession(text: string | undefined): Session {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "");
  } catch {
    throw new Refusal("its session.json is not JSON");
  }
  return sessionOf(value);
}

export function sessionOf(value: unknown): Session {
  if (!isShallow(value)) throw new Refusal(`its session is nested more than ${limits.depth} deep`);
  const parsed = z.safeParse(sessionSchema, value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
  throw new Refusal(`its session cannot be read${where === "" ? "" : ` at ${JSON.stringify(where)}`}`);
}

/** Without recursion: this is what protects everything that recurses afterwards. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return false;
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return true;
}

function checkDockerfile(text: string, file: string, notes: string[]): void {
  if (encode(text).length > limits.dockerfileBytes)
    throw new Refusal(`${file} is larger than ${limits.dockerfileBytes / 1024} KiB`);
  const count = parseDockerfile(text).stages.reduce(
    (sum, { instructions }) => sum + instructions.length + 1,
    0,
  );
  if (count > limits.instructions)
    throw new Refusal(`${file} has more than ${limits.instructions} instructions`);
  if (text.startsWith("\uFEFF")) notes.push(`${file} begins with a byte order mark`);
  if (text.includes("\0")) notes.push(`${file} is no UTF-8 text; it looks like UTF-16`);
  if (text.includes("\r\n")) notes.push(`${file} has Windows line ends`);
}
