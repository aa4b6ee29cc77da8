import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import type { Process } from "../../process.ts";
import { aptCatalogue } from "../apt/apt-catalogue.ts";
import { openApt } from "../apt/apt-session.ts";
import { type DpkgPackage, dpkgStanza, readDpkgStatus } from "../dpkg-status.ts";
import { compareDebianVersions } from "./compare-debian-versions.ts";
import { globPattern } from "./glob-pattern.ts";
import { installArchives } from "./install-archives.ts";
import { removePackages } from "./remove-packages.ts";
import { searchFiles } from "./search-files.ts";

const HEAD = [
  "Desired=Unknown/Install/Remove/Purge/Hold",
  "| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend",
  "|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)",
];

/** The table of `dpkg -l`. Without a terminal columns are as wide as their widest cell. */
function list(process: Process, all: readonly DpkgPackage[], globs: readonly string[]): number {
  const rows =
    globs.length === 0 ? all : all.filter(({ name }) => globs.some((glob) => globPattern(glob).test(name)));
  if (rows.length > 0) {
    const catalogue = aptCatalogue(process.files);
    const cells = rows.map(
      (it) =>
        [
          catalogue?.find(it.name)?.multiArch ? `${it.name}:amd64` : it.name,
          it.version,
          it.architecture,
          it.summary,
        ] as const,
    );
    const widths = [14, 12, 12, 33].map((least, at) =>
      Math.max(least, ...cells.map((row) => row[at]?.length ?? 0)),
    );
    const line = (row: readonly string[]): string =>
      row.map((cell, at) => (at === 3 ? cell : cell.padEnd(widths[at] ?? 0))).join(" ");
    process.stdout.write(
      `${HEAD.join("\n")}\n||/ ${line(["Name", "Version", "Architecture", "Description"])}\n`,
    );
    process.stdout.write(`+++-${widths.map((width) => "=".repeat(width)).join("-")}\n`);
    for (const [at, row] of cells.entries())
      process.stdout.write(`${rows[at]?.removed ? "rc" : "ii"}  ${line(row)}\n`);
  }
  const missing = globs.filter((glob) => !all.some(({ name }) => globPattern(glob).test(name)));
  for (const glob of missing) process.stderr.write(`dpkg-query: no packages found matching ${glob}\n`);
  return missing.length > 0 ? 1 : 0;
}

const COMPARES: Readonly<Record<string, (difference: number) => boolean>> = {
  lt: (it) => it < 0,
  "<<": (it) => it < 0,
  le: (it) => it <= 0,
  "<=": (it) => it <= 0,
  eq: (it) => it === 0,
  "=": (it) => it === 0,
  ne: (it) => it !== 0,
  ge: (it) => it >= 0,
  ">=": (it) => it >= 0,
  gt: (it) => it > 0,
  ">>": (it) => it > 0,
};
/** Actions and options that dpkg knows (dpkg(1), dpkg-query(1)), so that it complains of others only. */
const KNOWN =
  /^(?:-[IcxXefVYAGORBDbp]\w*|--(?:info|contents|extract|vextract|control|field|fsys-tarfile|ctrl-tarfile|raw-extract|build|unpack|record-avail|triggers-only|verify|set-selections|clear-selections|forget-old-unavail|yet-to-unpack|predep-package|remove-architecture|assert-\S+|validate-\S+|update-avail|merge-avail|clear-avail|print-avail|help|force-\S+|refuse-\S+|no-force-\S+|root|admindir|instdir|no-act|dry-run|simulate|debug|abort-after|ignore-depends|log|status-fd|control-path|control-list|control-show|load-avail|list|version|robot|showformat)(?:=.*)?)$/;
const FOREIGN = "/var/lib/dpkg/arch";

const MORE = `
Type dpkg --help for help about installing and deinstalling packages [*];
Use 'apt' or 'aptitude' for user-friendly package management;
Type dpkg -Dhelp for a list of dpkg debug flag values;
Type dpkg --force-help for a list of forcing options;
Type dpkg-deb --help for help about manipulating *.deb files;

Options marked [*] produce a lot of output - pipe it through 'less' or 'more' !
`;

/** dpkg's complaint of how it was called. @returns its exit status */
function misused({ argv, stderr }: Process, what: string): 2 {
  const query = argv[0]?.endsWith("dpkg-query") === true;
  stderr.write(
    query
      ? `dpkg-query: error: ${what}\n\nUse --help for help about querying packages.\n`
      : `dpkg: error: ${what}\n${MORE}`,
  );
  return 2;
}

/** Actions that do not look at what is installed. */
const WITHOUT_DATABASE: Readonly<Record<string, (process: Process, rest: readonly string[]) => number>> = {
  "--print-architecture": ({ stdout }) => (stdout.write("amd64\n"), 0),
  "--print-foreign-architectures": (process) => {
    const content = process.files.read(FOREIGN);
    const names = typeof content === "string" ? [] : (content.text ?? "").split("\n").filter(Boolean);
    process.stdout.write(
      names
        .filter((name) => name !== "amd64")
        .map((name) => `${name}\n`)
        .join(""),
    );
    return 0;
  },
  "--add-architecture": (process, [name = ""]) => {
    const content = process.files.read(FOREIGN);
    const names = typeof content === "string" ? ["amd64"] : (content.text ?? "").split("\n").filter(Boolean);
    if (!names.includes(name)) names.push(name);
    return process.files.write(FOREIGN, Content.of(`${names.join("\n")}\n`)) ? 2 : 0;
  },
  "--compare-versions": (_, [a = "", relation = "", b = ""]) => {
    const holds = COMPARES[relation];
    if (!holds) throw notSimulated(`dpkg --compare-versions with ${relation}`, "compare that way");
    return holds(compareDebianVersions(a, b)) ? 0 : 1;
  },
  // Everything is configured as soon as it is unpacked.
  "--configure": () => 0,
};

function superuser({ stderr }: Process): 2 {
  stderr.write("dpkg: error: requested operation requires superuser privilege\n");
  return 2;
}

/** `dpkg -l`, `-s`, `-L`, `--print-architecture`, `-W -f`. */
export function runDpkg(process: Process, args: readonly string[]): number {
  const [action = "", ...rest] = args;
  const names = rest.filter((arg) => !arg.startsWith("-"));
  const all = readDpkgStatus(process.files);
  if (action === "" || action === "-f") return misused(process, "need an action option");
  const early = WITHOUT_DATABASE[action];
  if (early) return early(process, rest);
  if (!all) throw notSimulated("dpkg without a database that Drydock knows", "read it");
  const found = (name: string): DpkgPackage | undefined =>
    all.find((it) => it.name === name.replace(/:amd64$/, "") && !it.removed);
  switch (action) {
    case "--version": {
      const version = found("dpkg")?.version ?? "";
      process.stdout.write(
        `Debian 'dpkg' package management program version ${version} (amd64).\nThis is free software; see the GNU General Public License version 2 or\nlater for copying conditions. There is NO warranty.\n`,
      );
      return 0;
    }
    case "--audit":
    case "-C":
      // Nothing is ever left half installed.
      return 0;
    case "-l":
    case "--list":
      return list(process, all, names);
    case "-s":
    case "--status": {
      let status = 0;
      for (const [at, name] of names.entries()) {
        const it = found(name);
        if (it) process.stdout.write(`${at > 0 ? "\n" : ""}${dpkgStanza(it).slice(0, -1)}`);
        else {
          process.stderr.write(
            `dpkg-query: package '${name}' is not installed and no information is available\n`,
          );
          status = 1;
        }
      }
      if (status) process.stderr.write("Use dpkg --info (= dpkg-deb --info) to examine archive files.\n");
      return status;
    }
    case "-L":
    case "--listfiles": {
      for (const name of names) {
        if (!found(name)) {
          process.stderr.write(
            `dpkg-query: package '${name}' is not installed\nUse dpkg --contents (= dpkg-deb --contents) to list archive files contents.\n`,
          );
          return 1;
        }
        const content = process.files.read(`/var/lib/dpkg/info/${name}.list`);
        if (typeof content === "string" || content.text === undefined)
          throw notSimulated(
            `dpkg -L ${name}: Drydock does not list the base image's packages`,
            "list its files",
          );
        process.stdout.write(content.text);
      }
      return 0;
    }
    case "-S":
    case "--search":
      return searchFiles(process, all, names);
    case "--get-selections":
      for (const { name, removed, held } of all) {
        const shown = aptCatalogue(process.files)?.find(name)?.multiArch ? `${name}:amd64` : name;
        process.stdout.write(
          `${shown}${"\t".repeat(Math.max(1, 6 - Math.floor(shown.length / 8)))}${removed ? "deinstall" : held ? "hold" : "install"}\n`,
        );
      }
      return 0;
    case "-i":
    case "--install": {
      if (process.credentials.uid !== 0) return superuser(process);
      return installArchives(openApt(process, 0), names);
    }
    case "-r":
    case "--remove":
    case "-P":
    case "--purge": {
      const purge = action === "-P" || action === "--purge";
      const force = rest.find((arg) => arg.startsWith("-"));
      if (force !== undefined) throw notSimulated(`dpkg ${action} ${force}`, "do as it says");
      if (names.length === 0)
        return misused(
          process,
          `${purge ? "--purge" : "--remove"} (without --pending) needs at least one package name argument`,
        );
      if (process.credentials.uid !== 0) return superuser(process);
      return removePackages(openApt(process, 0), names, purge);
    }
    case "-W":
    case "--show": {
      const format = /^(?:-f=?|--showformat=)(.*)$/s.exec(
        rest.find((arg) => /^(-f|--showformat)/.test(arg)) ?? "",
      )?.[1];
      const fits = (glob: string, name: string): boolean =>
        globPattern(glob.replace(/:amd64$/, "")).test(name);
      const shown =
        names.length === 0 ? all : all.filter(({ name }) => names.some((glob) => fits(glob, name)));
      for (const it of shown) {
        const field = (key: string): string =>
          ({
            package: it.name,
            "binary:package": aptCatalogue(process.files)?.find(it.name)?.multiArch
              ? `${it.name}:amd64`
              : it.name,
            "binary:summary": it.summary,
            section: it.section,
            priority: it.priority,
            essential: it.essential ? "yes" : "",
            version: it.version,
            architecture: it.architecture,
            "installed-size": String(it.kib),
            status: "install ok installed",
            "db:status-abbrev": "ii ",
          })[key.toLowerCase()] ?? "";
        process.stdout.write(
          format === undefined
            ? `${field("binary:package")}\t${it.version}\n`
            : format
                .replaceAll("\\n", "\n")
                .replaceAll("\\t", "\t")
                .replaceAll(/\$\{([A-Za-z:-]+)(?:;-?\d+)?\}/g, (_, key: string) => field(key)),
        );
      }
      const absent = names.filter((glob) => !all.some(({ name }) => fits(glob, name)));
      for (const glob of absent) process.stderr.write(`dpkg-query: no packages found matching ${glob}\n`);
      return absent.length > 0 ? 1 : 0;
    }
    default:
      if (!KNOWN.test(action)) return misused(process, `unknown option ${action}`);
      throw notSimulated(`dpkg ${action}`, "run that action");
  }
}
