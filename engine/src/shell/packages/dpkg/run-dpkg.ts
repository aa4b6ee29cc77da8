import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { aptCatalogue } from "../apt/apt-catalogue.ts";
import { type DpkgPackage, dpkgStanza, readDpkgStatus } from "../dpkg-status.ts";

const HEAD = [
  "Desired=Unknown/Install/Remove/Purge/Hold",
  "| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend",
  "|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)",
];

/** `*` and `?` as dpkg takes them. */
const pattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  );

/** The table of `dpkg -l`. Without a terminal columns are as wide as their widest cell. */
function list(process: Process, all: readonly DpkgPackage[], globs: readonly string[]): number {
  const rows =
    globs.length === 0 ? all : all.filter(({ name }) => globs.some((glob) => pattern(glob).test(name)));
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
  const missing = globs.filter((glob) => !all.some(({ name }) => pattern(glob).test(name)));
  for (const glob of missing) process.stderr.write(`dpkg-query: no packages found matching ${glob}\n`);
  return missing.length > 0 ? 1 : 0;
}

/** `dpkg -l`, `-s`, `-L`, `--print-architecture`, `-W -f`. */
export function runDpkg(process: Process, args: readonly string[]): number {
  const [action = "", ...rest] = args;
  const names = rest.filter((arg) => !arg.startsWith("-"));
  const all = readDpkgStatus(process.files);
  if (action === "--print-architecture") {
    process.stdout.write("amd64\n");
    return 0;
  }
  if (!all) throw notSimulated("dpkg without a database that Drydock knows", "read it");
  const found = (name: string): DpkgPackage | undefined =>
    all.find((it) => it.name === name.replace(/:amd64$/, "") && !it.removed);
  switch (action) {
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
    case "-W":
    case "--show": {
      const format = /^(?:-f=?|--showformat=)(.*)$/s.exec(
        rest.find((arg) => /^(-f|--showformat)/.test(arg)) ?? "",
      )?.[1];
      const shown =
        names.length === 0 ? all : all.filter(({ name }) => names.some((glob) => pattern(glob).test(name)));
      for (const it of shown) {
        const field = (key: string): string =>
          ({
            package: it.name,
            version: it.version,
            architecture: it.architecture,
            "installed-size": String(it.kib),
            status: "install ok installed",
            "db:status-abbrev": "ii ",
          })[key.toLowerCase()] ?? "";
        process.stdout.write(
          format === undefined
            ? `${it.name}\t${it.version}\n`
            : format
                .replaceAll("\\n", "\n")
                .replaceAll("\\t", "\t")
                .replaceAll(/\$\{([A-Za-z:-]+)(?:;-?\d+)?\}/g, (_, key: string) => field(key)),
        );
      }
      if (shown.length > 0) return 0;
      process.stderr.write(`dpkg-query: no packages found matching ${names[0] ?? ""}\n`);
      return 1;
    }
    default:
      throw notSimulated(`dpkg ${action}`, "run that action");
  }
}
