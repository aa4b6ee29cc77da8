import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { type Installed, installedIn, sourceOf } from "../python/installed.ts";
import type { PythonHome } from "../python/python-home.ts";
import { canonicalName, markerHolds, parseRequirement, satisfies } from "../python/requirement.ts";
import { uninstall } from "../python/uninstall.ts";
import { userBase } from "../python/user-base.ts";
import { compareVersions } from "../python/version.ts";
import { findWheel } from "../python/wheel-catalogue.ts";
import type { PipOptions } from "./pip-options.ts";
import { markerNames } from "./read-wanted.ts";
import { warnRootUser } from "./root-user.ts";

const userSite = (process: Process, python: PythonHome): string =>
  `${userBase(process)}/lib/python${python.version}/site-packages`;

/** Everything that this Python could import, as its files tell. */
function everything(process: Process, python: PythonHome, options?: PipOptions): Installed[] {
  const folder = options?.value("path");
  if (folder !== undefined) return installedIn(process.files, [join(process.cwd, folder)]);
  return installedIn(process.files, python.venv ? python.path : [userSite(process, python), ...python.path]);
}

/** `pip freeze`: pins, without pip's own tools. */
export function freeze(process: Process, python: PythonHome, options: PipOptions): number {
  const own = new Set(options.has("all") ? [] : ["pip", "setuptools", "wheel", "distribute"]);
  for (const it of everything(process, python, options)) {
    const { name, key, version } = it;
    if (own.has(key)) continue;
    const source = sourceOf(process.files, it);
    if (source?.url.endsWith(".whl"))
      throw notSimulated(`pip freeze with ${name}, which came from a file`, "print the digest of that wheel");
    process.stdout.write(
      source?.editable
        ? `# Editable install with no version control (${name}==${version})\n-e ${source.url.replace("file://", "")}\n`
        : source
          ? `${name} @ ${source.url}\n`
          : `${name}==${version}\n`,
    );
  }
  return 0;
}

/** `pip list` as a table, or as `--format` says. */
export function list(process: Process, python: PythonHome, options: PipOptions): number {
  const all = everything(process, python, options);
  if (options.has("outdated")) return outdated(process, all);
  if (options.value("format") === "freeze") {
    for (const { name, version } of all) process.stdout.write(`${name}==${version}\n`);
  } else if (options.value("format") === "json") {
    process.stdout.write(
      `[${all.map(({ name, version }) => `{"name": "${name}", "version": "${version}"}`).join(", ")}]\n`,
    );
  } else if (all.length > 0) {
    const places = all.map((it) => {
      const source = sourceOf(process.files, it);
      return source?.editable ? source.url.replace("file://", "") : "";
    });
    const rows = all.map(({ name, version }, at) => [name, version, places[at] ?? ""]);
    table(
      process,
      ["Package", "Version", ...(places.some(Boolean) ? ["Editable project location"] : [])],
      rows,
    );
  }
  return 0;
}

/** `pip list --outdated`. @throws {EngineError} NOT_SIMULATED where the catalogue does not know the newest version of all */
function outdated(process: Process, all: readonly Installed[]): number {
  const rows = all.flatMap((it) => {
    if (sourceOf(process.files, it)) return [];
    const newest = findWheel(it.name);
    if (!newest)
      throw notSimulated(
        `pip list --outdated with ${it.name}`,
        "ask the Python Package Index for newer versions",
      );
    return compareVersions(newest.version, it.version) > 0
      ? [[it.name, it.version, newest.version, "wheel"]]
      : [];
  });
  if (rows.length > 0) table(process, ["Package", "Version", "Latest", "Type"], rows);
  return 0;
}

/** Columns as wide as their widest cell. */
function table(process: Process, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const lines = [head, widths.map((width) => "-".repeat(width)), ...rows];
  for (const cells of lines)
    process.stdout.write(
      `${head
        .map((_, at) => (cells[at] ?? "").padEnd(widths[at] ?? 0))
        .join(" ")
        .trimEnd()}\n`,
    );
}

/** `pip show`: what METADATA says, and who needs the package. */
export function show(process: Process, python: PythonHome, options: PipOptions): number {
  if (options.operands.length === 0) {
    process.stderr.write("WARNING: ERROR: Please provide a package name or names.\n");
    return 1;
  }
  const all = everything(process, python);
  const names = markerNames(python);
  const requires = (it: Installed): string[] =>
    (it.fields.get("requires-dist") ?? []).flatMap((text) => {
      const requirement = parseRequirement(text);
      return requirement && markerHolds(requirement.marker, names) ? [requirement.name] : [];
    });
  const found = options.operands.map((name) => all.find(({ key }) => key === canonicalName(name)));
  const missing = options.operands.filter((_, at) => !found[at]);
  if (missing.length > 0) process.stderr.write(`WARNING: Package(s) not found: ${missing.join(", ")}\n`);
  const blocks = found.flatMap((it) => {
    if (!it) return [];
    const field = (name: string): string => it.fields.get(name)?.[0] ?? "";
    const by = all
      .filter((one) => requires(one).some((name) => canonicalName(name) === it.key))
      .map(({ name }) => name);
    return [
      [
        `Name: ${it.name}`,
        `Version: ${it.version}`,
        `Summary: ${field("summary")}`,
        `Home-page: ${field("home-page")}`,
        `Author: ${field("author")}`,
        `Author-email: ${field("author-email")}`,
        `License: ${field("license")}`,
        `Location: ${it.site}`,
        ...(sourceOf(process.files, it)?.editable
          ? [`Editable project location: ${sourceOf(process.files, it)?.url.replace("file://", "")}`]
          : []),
        `Requires: ${requires(it).sort().join(", ")}`,
        `Required-by: ${by.sort().join(", ")}`,
      ].join("\n"),
    ];
  });
  if (blocks.length > 0) process.stdout.write(`${blocks.join("\n---\n")}\n`);
  return blocks.length > 0 ? 0 : 1;
}

/** `pip uninstall -y`: there is nobody to answer the question in a build. */
export function remove(process: Process, python: PythonHome, options: PipOptions): number {
  if (options.operands.length === 0) {
    process.stderr.write(
      'ERROR: You must give at least one requirement to uninstall (see "pip help uninstall")\n',
    );
    return 1;
  }
  const say = (text: string): void => {
    if (options.quiet === 0) process.stdout.write(text);
  };
  const all = everything(process, python);
  for (const name of options.operands) {
    const it = all.find(({ key }) => key === canonicalName(parseRequirement(name)?.name ?? name));
    if (!it) {
      process.stderr.write(`WARNING: Skipping ${name} as it is not installed.\n`);
      continue;
    }
    say(`Found existing installation: ${it.name} ${it.version}\nUninstalling ${it.name}-${it.version}:\n`);
    if (!options.has("yes")) {
      const paths = (process.files.read(`${it.site}/${it.info}/RECORD`) as { text?: string }).text ?? "";
      const names = paths
        .split("\n")
        .map((line) => line.slice(0, line.indexOf(",")))
        .filter((path) => path && !path.startsWith(it.info));
      const shown = [
        `${it.site}/${it.info}/*`,
        ...names.map((path) => join(it.site, path.replace(/__init__\.py$/, "*"))),
      ].sort();
      process.stdout.write(
        `  Would remove:\n${shown.map((path) => `    ${path}\n`).join("")}Proceed (Y/n)? `,
      );
      const answer = process.stdin.line();
      if (answer === undefined) {
        process.stderr.write("ERROR: Exception:\nEOFError: EOF when reading a line\n");
        return 2;
      }
      if (!/^(y|yes|)$/i.test(answer.trim())) continue;
    }
    if (!process.files.access(it.site, 2)) {
      process.stderr.write(
        `ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '${it.site}/${it.info}'\nCheck the permissions.\n\n`,
      );
      return 1;
    }
    uninstall(process.files, it);
    say(`  Successfully uninstalled ${it.name}-${it.version}\n`);
  }
  warnRootUser(process, python, options);
  return 0;
}

/** `pip check`: is everything there that somebody needs? */
export function check(process: Process, python: PythonHome): number {
  const all = everything(process, python);
  const names = markerNames(python);
  const byKey = new Map(all.map((it) => [it.key, it]));
  let broken = 0;
  for (const it of all) {
    for (const text of it.fields.get("requires-dist") ?? []) {
      const requirement = parseRequirement(text);
      if (!requirement || !markerHolds(requirement.marker, names)) continue;
      const other = byKey.get(requirement.key);
      if (other && satisfies(other.version, requirement)) continue;
      broken++;
      process.stdout.write(
        other
          ? `${it.name} ${it.version} has requirement ${requirement.text}, but you have ${other.name} ${other.version}.\n`
          : `${it.name} ${it.version} requires ${requirement.name}, which is not installed.\n`,
      );
    }
  }
  if (broken === 0) process.stdout.write("No broken requirements found.\n");
  return broken === 0 ? 0 : 1;
}
