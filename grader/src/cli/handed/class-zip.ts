import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  openSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { decode } from "@drydock/engine";
import { BlobReader, configure, type FileEntry, ZipReader } from "@zip.js/zip.js";
import { limits } from "../../submission/limits.ts";
import { visible } from "../../reports/visible.ts";
import { UsageError } from "../exit-status.ts";

/* A class of a thousand with a hundred files each, ten times over. What one submission may hold is asked when it is read. */
const ENTRIES = 1_000_000;
const BYTES = 16 * 2 ** 30;
const REGULAR = 0o100000;
const KIND = 0o170000;

/** A class that came as one zip, laid out in a folder that is there until it is removed. */
export interface UnpackedClass {
  readonly folder: string;
  /** What was left out, and why: a line each. */
  readonly notices: readonly string[];
  remove(): void;
}

export const isZip = (path: string): boolean => /\.zip$/i.test(path);

/**
 * Unpacks what a learning platform handed out as one zip.
 *
 * Only files are taken, and only those whose path stays in the folder and is nobody else's; of one that is larger than a submission may be,
 * just as much as shows that it is. Their times stay what they were. @throws {UsageError} where it is no zip or holds too much.
 */
export async function unpackClass(path: string): Promise<UnpackedClass> {
  const home = mkdtempSync(join(tmpdir(), "drydock-class-"));
  const folder = join(home, basename(path).replace(/\.zip$/i, "") || "class");
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  const notices: string[] = [];
  try {
    mkdirSync(folder);
    const budget = { left: BYTES };
    for await (const found of filesOf(path, notices)) {
      const taken = await place(found, join(folder, found.path), budget);
      if (taken) notices.push(`left out, its place is taken: ${visible(found.path)}`);
    }
    return { folder: withinWrapping(folder, notices), notices, remove };
  } catch (error) {
    remove();
    throw unreadable(path, error);
  }
}

/** Who packs a folder by hand packs the folder itself: where nothing lies beside it, and in it nothing but folders, those are the class. */
function withinWrapping(folder: string, notices: string[]): string {
  const [only, ...others] = readdirSync(folder, { withFileTypes: true });
  if (!only?.isDirectory() || others.length > 0 || /_assignsubmission_/.test(only.name)) return folder;
  const inner = join(folder, only.name);
  const within = readdirSync(inner, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  if (within.length < 2 || within.some((each) => !each.isDirectory() || /^attempt/i.test(each.name)))
    return folder;
  notices.push(`the class lies in its folder ${visible(only.name)}`);
  return inner;
}

/** Names that lie at the top of such a zip, sorted. @throws {UsageError} */
export async function topNamesOf(path: string): Promise<readonly string[]> {
  const names = new Set<string>();
  try {
    for await (const found of filesOf(path, [])) names.add(found.path.split("/")[0] ?? "");
  } catch (error) {
    throw unreadable(path, error);
  }
  return [...names].sort();
}

const unreadable = (path: string, error: unknown): UsageError =>
  new UsageError(`${path} is no zip that can be read: ${error instanceof Error ? error.message : "unknown"}`);

interface Found {
  readonly path: string;
  readonly entry: FileEntry;
}

async function* filesOf(zip: string, notices: string[]): AsyncGenerator<Found> {
  configure({ useWebWorkers: false });
  /* Names are looked at here: one bad one must not keep a class from being graded. */
  const reader = new ZipReader(new BlobReader(await openAsBlob(zip)), {
    checkOverlappingEntry: true,
    filenameValidation: "tolerant",
  });
  const leave = (name: string, why: string): void => void notices.push(`left out, ${why}: ${visible(name)}`);
  let entries = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (++entries > ENTRIES) throw new Error(`it has more than ${ENTRIES} entries`);
      const name = decode(entry.rawFilename);
      const kind = (entry.externalFileAttributes >>> 16) & KIND;
      const path = name.replace(/^(?:\.\/+)+/, "");
      if (entry.directory || name.endsWith("/") || path.startsWith("__MACOSX/")) continue;
      if (entry.encrypted) leave(name, "encrypted");
      else if (kind !== 0 && kind !== REGULAR) leave(name, "neither a file nor a folder");
      else if (!staysInside(path)) leave(name, "a name that leads elsewhere");
      else yield { path, entry };
    }
  } finally {
    await reader.close().catch(() => undefined);
  }
}

/* Windows keeps streams behind a colon and devices under names; elsewhere these are names like others. */
const NO_NAME_ON_WINDOWS =
  /[<>:"|?*\u0000-\u001F]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/i;

const staysInside = (path: string): boolean =>
  path !== "" &&
  !(process.platform === "win32" && NO_NAME_ON_WINDOWS.test(path)) &&
  !/[\0\\\uFFFD]|^\/|^[a-zA-Z]:/.test(path) &&
  path.length <= limits.pathBytes &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

interface Budget {
  left: number;
}

async function place({ path, entry }: Found, to: string, budget: Budget): Promise<"taken" | undefined> {
  let file: number;
  try {
    mkdirSync(dirname(to), { recursive: true });
    file = openSync(to, "wx");
  } catch {
    return "taken";
  }
  /* The library wraps what a sink throws: why it stopped is kept here. */
  let stopped: "too large" | "too much" | undefined;
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      budget.left -= chunk.length;
      writeSync(file, chunk);
      /* One byte more than a submission may hold is enough for it to be refused. */
      if (size > limits.packedBytes) stopped = "too large";
      if (budget.left < 0) stopped = "too much";
      if (stopped !== undefined) throw new Error(stopped);
    },
  });
  try {
    await entry.getData(sink, { checkSignature: true });
  } catch (error) {
    if (stopped === "too much")
      throw new Error(`it holds more than ${BYTES / 2 ** 30} GiB`, { cause: error });
    /* Without this file somebody would be graded as if they had not handed it in. */
    if (stopped === undefined) throw new Error(`${path} in it is damaged`, { cause: error });
  } finally {
    closeSync(file);
  }
  if (((entry.externalFileAttributes >>> 16) & 0o100) !== 0) chmodSync(to, 0o755);
  utimesSync(to, entry.lastModDate, entry.lastModDate);
  return undefined;
}
