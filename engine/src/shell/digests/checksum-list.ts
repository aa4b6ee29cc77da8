import { strerror } from "../../vfs/errno.ts";
import { linesOf } from "../text/input-files.ts";
import { complain, type Options } from "../options/options.ts";
import type { Flavour, Process } from "../process.ts";
import { readText } from "../streams/open-file.ts";

/** Digits of a digest. GNU's takes a line with another number of them for none of its own. */
const LENGTHS: Readonly<Record<string, number>> = {
  MD5: 32,
  SHA1: 40,
  SHA256: 64,
  SHA384: 96,
  SHA512: 128,
};

/** A line's digest and file: `HEX  FILE`, or BSD's `SHA256 (FILE) = HEX`. One blank between them is enough for GNU. */
function readLine(
  line: string,
  algorithm: string,
  flavour: Flavour,
  length: number,
): { digest: string; file: string } | undefined {
  const escaped = line.startsWith("\\");
  const tagged = /^\\?(\w+) \((.*)\) = ([0-9a-fA-F]{32,128})$/.exec(line);
  const usual = (flavour === "gnu" ? /^\\?([0-9a-fA-F]{32,128}) [ *]?(.+)$/ : /^(\S*) [ *](.+)$/).exec(line);
  if (tagged && flavour === "gnu")
    return tagged[1] === algorithm ? { file: tagged[2] ?? "", digest: tagged[3] ?? "" } : undefined;
  if (!usual || (flavour === "gnu" && usual[1]?.length !== length)) return undefined;
  const file = (usual[2] ?? "").replace(/\0[^]*$/, "");
  return {
    digest: usual[1] ?? "",
    file: escaped ? file.replaceAll(/\\(.)/g, (_, letter: string) => (letter === "n" ? "\n" : letter)) : file,
  };
}

const plural = (count: number, one: string, many: string): string =>
  `WARNING: ${count} ${count === 1 ? one : many}`;

/** Checks each file of a list. @returns whether all of it is right */
export function checkList(
  process: Process,
  flavour: Flavour,
  options: Options,
  algorithm: string,
  list: string,
  digestOf: (file: string, mayLack: boolean) => string | undefined,
): boolean {
  const gnu = flavour === "gnu";
  const read = list === "-" ? { text: process.stdin.rest() } : readText(process, list);
  if (typeof read === "string") {
    complain(process, flavour, `${list}: ${strerror[read]}`);
    return false;
  }
  const shown = list === "-" ? "‘standard input’" : list;
  const isSilent = options.has("s") || options.has("status");
  let [wrong, unread, known, bad, matched] = [0, 0, 0, 0, 0];
  for (const [i, line] of linesOf(read.text).entries()) {
    const row = readLine(line, algorithm, flavour, LENGTHS[algorithm] ?? 0);
    if (!row) {
      bad++;
      if (options.has("w") && gnu)
        complain(process, flavour, `${shown}: ${i + 1}: improperly formatted ${algorithm} checksum line`);
      if (gnu) continue;
      if (options.has("w")) complain(process, flavour, "invalid format");
      known++;
      wrong++;
      continue;
    }
    known++;
    const hex = digestOf(row.file, gnu && options.has("i"));
    if (hex === undefined && gnu && options.has("i")) continue;
    const isRight = hex === row.digest.toLowerCase();
    if (hex === undefined) unread++;
    else if (isRight) matched++;
    else wrong++;
    const verdict = isRight ? "OK" : hex === undefined && gnu ? "FAILED open or read" : "FAILED";
    if (!isSilent && !(isRight && options.has("quiet"))) process.stdout.write(`${row.file}: ${verdict}\n`);
  }
  const nothing = gnu && options.has("i") && known > 0 && matched === 0;
  const isFine = wrong + unread === 0 && known > 0 && !nothing && !(gnu && options.has("S") && bad > 0);
  if (!gnu) {
    if (!isSilent && wrong + unread > 0)
      complain(process, flavour, `WARNING: ${wrong + unread} of ${known} computed checksums did NOT match`);
    return isFine;
  }
  if (known === 0) complain(process, flavour, `${shown}: no properly formatted checksum lines found`);
  if (isSilent) return isFine;
  if (known > 0 && bad > 0)
    complain(process, flavour, plural(bad, "line is improperly formatted", "lines are improperly formatted"));
  if (unread > 0)
    complain(
      process,
      flavour,
      plural(unread, "listed file could not be read", "listed files could not be read"),
    );
  if (wrong > 0)
    complain(
      process,
      flavour,
      plural(wrong, "computed checksum did NOT match", "computed checksums did NOT match"),
    );
  if (nothing) complain(process, flavour, `${shown}: no file was verified`);
  return isFine;
}
