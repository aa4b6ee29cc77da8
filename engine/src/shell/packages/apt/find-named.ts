import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import { packageInFile } from "./deb-file.ts";
import type { AptSession } from "./apt-session.ts";
import { notHeld } from "./not-held.ts";

/** What the words of `apt-get install` name. */
export interface Named {
  readonly names: readonly string[];
  /** Paths of .deb files by the name of the package in them. */
  readonly files: ReadonlyMap<string, string>;
}

const UNAVAILABLE =
  "This may mean that the package is missing, has been obsoleted, or\nis only available from another source";

/** A word with a slash in front is a file, which apt looks at before anything else. @returns false after saying what is wrong */
export function openDebFiles(session: AptSession, operands: readonly string[]): Map<string, string> | false {
  const { process, catalogue, fail } = session;
  const found = new Map<string, string>();
  let good = true;
  for (const operand of operands) {
    if (!/^\.{0,2}\//.test(operand)) continue;
    const path = join(process.cwd, operand);
    const it = packageInFile(process.files, catalogue, path);
    if (it === "absent") fail(`Unsupported file ${operand} given on commandline`);
    else if (it === "broken") {
      fail("read, still have 2 to read but none left");
      fail("Internal error, could not locate member control.tar{.zst,.lz4,.gz,.xz,.bz2,.lzma,}");
      fail(`Could not read meta data from ${path}`);
      fail("The package lists or status file could not be parsed or opened.");
      return false;
    } else found.set(it.name, path);
    good &&= it !== "absent";
  }
  return good && found;
}

/** apt's words where a version or a release of a package that is there cannot be had. */
function refuse({ say }: AptSession, bare: string, suite: string | undefined, version = ""): string {
  say(`Package ${bare} is not available, but is referred to by another package.\n${UNAVAILABLE}\n`);
  return suite === undefined
    ? `Version '${version}' for '${bare}' was not found`
    : `Release '${suite}' for '${bare}' was not found`;
}

/** Finds the packages that were named. @returns undefined where apt would stop, after saying why. */
export function findNamed(
  session: AptSession,
  operands: readonly string[],
  files: ReadonlyMap<string, string>,
): Named | undefined {
  const { catalogue, installed, lists, say, fail } = session;
  const names: string[] = [...files.keys()];
  const errors: string[] = [];
  for (const operand of operands) {
    if (/^\.{0,2}\//.test(operand)) continue;
    const [, name = "", version, suffix] = /^([^=/]+?)(?:=(.+)|\/.+)?([+-])?$/.exec(operand) ?? [];
    if (suffix && !catalogue.find(name + suffix))
      throw notSimulated(`apt-get install ${operand}`, "remove or keep that package in the same run");
    const bare = (catalogue.find(name + (suffix ?? "")) ? name + (suffix ?? "") : name).replace(
      /:amd64$/,
      "",
    );
    const known = lists ? catalogue.find(bare) : undefined;
    const gone = lists ? notHeld[catalogue.suite].gone[bare] : undefined;
    if (gone !== undefined) {
      say(`Package ${bare} is not available, but is referred to by another package.\n${UNAVAILABLE}`);
      say(gone === "" ? "" : `However the following packages replace it:\n  ${gone}\n`);
      errors.push(`Package '${bare}' has no installation candidate`);
    } else if (known || installed.has(bare)) {
      const has = known?.version ?? installed.get(bare)?.version ?? "";
      const fits = (one: string): boolean =>
        version === undefined ||
        version === one ||
        (version.endsWith("*") && one.startsWith(version.slice(0, -1)));
      const suite = /^[^=/]+\/(.+?)[+-]?$/.exec(operand)?.[1];
      const strange = suite !== undefined && ![catalogue.suite, catalogue.archive.release].includes(suite);
      const others = [
        ...(known?.versions.map((it) => it.version) ?? []),
        ...(installed.get(bare)?.version ?? "").split(" ").filter(Boolean),
      ];
      if (fits(has) && !strange) names.push(bare);
      else if (strange ? known?.from !== "main" || installed.has(bare) : others.some(fits))
        throw notSimulated(
          `apt-get install ${operand}: Drydock's catalogue has ${has}`,
          "install that version, with all that needs it just so",
        );
      else errors.push(refuse(session, bare, strange ? suite : undefined, version));
    } else if (!lists || notHeld[catalogue.suite].unknown.has(bare))
      errors.push(`Unable to locate package ${bare}`);
    else
      throw notSimulated(
        `apt-get install ${bare}: the package is not in Drydock's catalogue`,
        `look for it in ${catalogue.archive.vendor}'s archive`,
      );
  }
  if (errors.length === 0) return { names, files };
  for (const error of errors) fail(error);
  return undefined;
}
