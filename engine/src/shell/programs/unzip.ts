import { readZip, type ZipMember } from "../../archive/zip.ts";
import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { dirname } from "../../vfs/path.ts";
import { bytesOf, textOf } from "../text/bytes-text.ts";
import { globPattern } from "../packages/dpkg/glob-pattern.ts";
import { complain, type Options } from "../options/options.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import { parseDate } from "../time/parse-date.ts";
import type { Flavour, Process, Program } from "../process.ts";
import { shortUsage } from "../options/short-usage.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { at, below, isEntry, lastPart, lstatOf } from "../tree/tree.ts";

/** The archive's bytes, under the name that was given or with `.zip` behind it. */
function archiveOf(
  process: Process,
  name: string,
): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  for (const one of [name, `${name}.zip`, `${name}.ZIP`]) {
    const read = readText(process, one);
    if (typeof read !== "string") return { name: one, bytes: bytesOf(read.text) };
  }
  return undefined;
}

/** `-l`: a table of what is in it. */
function list(process: Process, flavour: Flavour, members: readonly ZipMember[]): void {
  const gnu = flavour === "gnu";
  const rows = members.map(({ bytes, name, time }) => {
    const [day = "", clock = ""] = time.split(" ");
    const date = gnu ? day : day.replace(/^(\d+)-(\d+)-(\d+)$/, "$2-$3-$1");
    return `${String(bytes.length).padStart(9)}  ${date} ${clock.slice(0, 5)}   ${name}\n`;
  });
  const total = members.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const files = `${members.length} file${members.length === 1 ? "" : "s"}`;
  process.stdout.write(
    `  Length      Date    Time    Name\n---------  ---------- -----   ----\n${rows.join("")}${gnu ? "---------" : " --------"}                     -------\n${String(total).padStart(9)}                     ${files}\n`,
  );
}

/** Puts one member in place. @returns why it could not be */
function put(process: Process, member: ZipMember, path: string): string | undefined {
  const full = at(process, path).replace(/(.)\/$/, "$1");
  const mtime = parseDate(member.time, 0) ?? 0;
  if (member.name.endsWith("/")) {
    makeDirectories(process.files, full);
    process.files.chmod(full, member.mode ?? 0o755);
    return undefined;
  }
  makeDirectories(process.files, dirname(full));
  process.files.unlink(full);
  const errno = process.files.write(full, Content.of(member.bytes), 0o666 & ~process.umask);
  if (errno) return strerror[errno];
  if (member.mode !== undefined) process.files.chmod(full, member.mode);
  process.files.touch(full, mtime);
  return undefined;
}

function extract(
  process: Process,
  flavour: Flavour,
  options: Options,
  members: readonly ZipMember[],
): number {
  const gnu = flavour === "gnu";
  const folder = options.value("d");
  if (folder !== undefined) makeDirectories(process.files, at(process, folder).replace(/(.)\/$/, "$1"));
  const say = (words: string): void => {
    if (!options.has("q")) process.stdout.write(`${words}\n`);
  };
  for (const member of members) {
    process.kernel.spend(1 + (member.bytes.length >> 10));
    const isFolder = member.name.endsWith("/");
    const inside = options.has("j") ? lastPart(member.name) : member.name;
    if (isFolder && options.has("j")) continue;
    // A name that leads out of the folder is made to stay in it.
    const safe = inside
      .split("/")
      .filter((part) => part !== "..")
      .join("/")
      .replace(/^\/+/, "");
    const path = folder === undefined ? safe : below(folder, safe);
    const shown = gnu ? path : safe;
    const there = lstatOf(process, path.replace(/(.)\/$/, "$1"));
    if (isEntry(there) && isFolder) continue;
    if (isEntry(there) && options.has("n")) continue;
    if (isEntry(there) && !options.has("o"))
      throw notSimulated(`unzip over ${path} without -o`, "ask whether to replace it");
    const why = put(process, member, path);
    if (why !== undefined) {
      complain(process, flavour, `cannot create ${path}: ${why}`);
      return gnu ? 50 : 1;
    }
    const verb = isFolder ? "   creating" : gnu && !member.packed ? " extracting" : "  inflating";
    say(`${verb}: ${gnu && !isFolder ? shown.padEnd(22) + "  " : shown}`);
  }
  return 0;
}

/** Info-ZIP's unzip 6.0, and busybox's. */
export const unzip: Program = tool(
  "unzip",
  { flags: "qonljptv", values: "dx", lacks: "*" },
  (process, options, flavour) => {
    const gnu = flavour === "gnu";
    const [name, ...wanted] = options.operands;
    if (name === undefined)
      return shortUsage(
        process,
        "UnZip 6.00 of 20 April 2009, by Debian. Original by Info-ZIP.\n",
        gnu ? 10 : 1,
      );
    if (options.has("t") || options.has("v"))
      throw notSimulated("unzip -t and -v", "test it, or tell more of it");
    const archive = archiveOf(process, name);
    if (!archive) {
      if (!gnu) return complain(process, flavour, `can't open ${name}[.zip]`);
      process.stderr.write(`unzip:  cannot find or open ${name}, ${name}.zip or ${name}.ZIP.\n`);
      return 9;
    }
    const isQuiet = options.has("q") || options.has("p");
    if (!isQuiet) process.stdout.write(`Archive:  ${archive.name}\n`);
    const members = readZip(archive.bytes);
    if ("error" in members) {
      if (members.limit)
        throw new EngineError("LIMIT", {
          what: `${archive.name}: ${members.error}`,
          limit: archive.bytes.length,
        });
      if (!gnu) return complain(process, flavour, "short read");
      process.stderr.write(
        `  End-of-central-directory signature not found.  Either this file is not\n  a zipfile, or it constitutes one disk of a multi-part archive.  In the\n  latter case the central directory and zipfile comment will be found on\n  the last disk(s) of this archive.\nunzip:  cannot find zipfile directory in one of ${name} or\n        ${name}.zip, and cannot find ${name}.ZIP, period.\n`,
      );
      return 9;
    }
    const patterns = wanted.map((word) => [word, globPattern(word)] as const);
    const without = options.values("x").map(globPattern);
    const chosen = members.filter(
      (member) =>
        (patterns.length === 0 || patterns.some(([, pattern]) => pattern.test(member.name))) &&
        !without.some((pattern) => pattern.test(member.name)),
    );
    let status = 0;
    if (options.has("l")) list(process, flavour, chosen);
    else if (options.has("p")) for (const member of chosen) process.stdout.write(textOf(member.bytes));
    else status = extract(process, flavour, options, chosen);
    if (status !== 0 || !gnu) return status;
    const missed = patterns.filter(([, pattern]) => !members.some((member) => pattern.test(member.name)));
    for (const [word] of missed) process.stderr.write(`caution: filename not matched:  ${word}\n`);
    return missed.length > 0 ? 11 : 0;
  },
);
