import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { installedIn } from "../python/installed.ts";
import { installOrder } from "../python/install-order.ts";
import { installWheel } from "../python/install-wheel.ts";
import { pipCost } from "../python/pip-cost.ts";
import type { PythonHome } from "../python/python-home.ts";
import { markerHolds, parseRequirement } from "../python/requirement.ts";
import { readRequirementsFile, type RequirementLine } from "../python/requirements-file.ts";
import { resolve, type Wanted } from "../python/resolve.ts";
import { uninstall } from "../python/uninstall.ts";
import { externallyManaged } from "./externally-managed.ts";
import { buildProjects } from "./build-project.ts";
import { expectedHashes } from "./hash-mode.ts";
import { downloadWheel } from "./download-wheel.ts";
import { openCache } from "./pip-cache.ts";
import type { PipOptions } from "./pip-options.ts";
import { markerNames, readWanted } from "./read-wanted.ts";
import { warnRootUser } from "./root-user.ts";
import { wheelsIn } from "./wheel-folder.ts";
import { chooseScheme } from "./scheme.ts";
import { warnScripts } from "./script-warning.ts";
import { pipIsSince, tellSteps } from "./tell-steps.ts";
import { warnConflicts } from "./warn-conflicts.ts";

/** `pip install`. @returns the exit status. */
export function install(process: Process, python: PythonHome, options: PipOptions): number {
  const { files, kernel } = process;
  const say = (line: string): void => {
    if (options.quiet === 0) process.stdout.write(`${line}\n`);
  };
  const fail = (...lines: string[]): 1 => {
    process.stderr.write(`${lines.join("\n")}\n`);
    return 1;
  };
  const lines: RequirementLine[] = [];
  const constraints: RequirementLine[] = [];
  for (const file of options.values("constraint")) {
    const read = readRequirementsFile(process, file);
    if ("error" in read) return fail(read.error);
    constraints.push(...read.lines);
  }
  lines.push(...options.operands.map((text) => ({ text, from: "" })));
  for (const text of options.values("editable")) lines.push({ text: `-e ${text}`, from: "" });
  for (const file of options.values("requirement")) {
    const read = readRequirementsFile(process, file);
    if ("error" in read) return fail(read.error);
    lines.push(...read.lines);
    constraints.push(...read.constraints);
  }
  if (lines.length === 0 && options.values("requirement").length === 0) {
    return fail(`ERROR: You must give at least one requirement to install (see "pip help install")`);
  }
  const hashes = expectedHashes(options, lines);
  const folders = options.values("find-links");
  if (folders.length > 0) say(`Looking in links: ${folders.join(", ")}`);
  const local = wheelsIn(process, folders, python);
  if (
    python.managed &&
    !options.has("break-system-packages") &&
    !options.has("target") &&
    !options.value("prefix") &&
    !options.value("root")
  ) {
    return fail(externallyManaged(process, python));
  }
  const scheme = chooseScheme(process, python, options);
  if (scheme.defaulted) say("Defaulting to user installation because normal site-packages is not writeable");

  const names = markerNames(python);
  const wanted: Wanted[] = [];
  for (const line of lines) {
    if (
      /^--?(index-url|extra-index-url|i|find-links|f|trusted-host|prefer-binary|pre|no-binary|only-binary|require-hashes)\b/.test(
        line.text,
      )
    )
      continue;
    const one = readWanted(process, line, names, python);
    if (one === "skipped") {
      const bare = parseRequirement(line.text);
      say(
        `Ignoring ${bare?.name}: markers '${bare?.marker.replaceAll("'", '"')}' don't match your environment`,
      );
    } else if ("error" in one) return fail(...one.error);
    else wanted.push(one);
  }
  const limits = constraints.flatMap(({ text }) => {
    const limit = parseRequirement(text);
    return limit && markerHolds(limit.marker, names) ? [limit] : [];
  });

  const cache = openCache(process, options);
  const present =
    options.has("ignore-installed") || scheme.fresh
      ? []
      : installedIn(files, [...new Set([scheme.site, ...python.path])]);
  const byKey = new Map(present.map((one) => [one.key, one]));
  // A project's folder is built and installed again, whatever is there.
  const projects = new Set(
    wanted.flatMap(({ requirement, local: it }) =>
      it?.wheel?.project && it.wheel.project.archive === undefined ? [requirement.key] : [],
    ),
  );
  if (projects.size > 0 && (hashes || options.has("no-index") || options.has("no-build-isolation")))
    throw notSimulated("pip install of a project with these options", "build it under them");
  const kept = new Map([...byKey].filter(([key]) => !projects.has(key)));
  const resolution = resolve(wanted, kept, names, {
    upgrade: options.has("upgrade"),
    eager: options.value("upgrade-strategy") === "eager",
    noDependencies: options.has("no-deps"),
    force: options.has("force-reinstall"),
    local,
    onlyLocal: options.has("no-index"),
    constraints: limits,
  });
  if (!tellSteps(process, python, resolution.steps, cache, options, hashes)) return 1;
  if (options.has("dry-run")) {
    say(
      `Would install ${resolution.wheels
        .map(({ wheel }) => `${wheel.name}-${wheel.version}`)
        .sort()
        .join(" ")}`,
    );
    return 0;
  }
  for (const { wheel, path } of resolution.wheels) {
    // In hash-checking mode each has been downloaded when it was looked at.
    if (path !== undefined || hashes) continue;
    downloadWheel(process, wheel, wheel.fileName(python), cache, options);
  }
  buildProjects(process, resolution.wheels, (text) => say(text.replace(/\n$/, "")));
  if (resolution.wheels.length === 0) {
    warnRootUser(process, python, options);
    return 0;
  }

  const chosen = new Map(resolution.wheels.map((one) => [one.wanted.requirement.key, one]));
  const order = installOrder([...chosen.keys()], resolution.edges);
  say(
    `Installing collected packages: ${order.map((key) => chosen.get(key)?.wanted.requirement.name).join(", ")}`,
  );
  // The bar of installing, of which a log keeps an empty line.
  const bar =
    order.length > 1 && options.value("progress-bar") !== "off" && pipIsSince(process, python, "25.1");
  if (bar && options.quiet === 0) process.stdout.write("\n");
  for (const key of order) {
    const one = chosen.get(key);
    if (!one) continue;
    const old = byKey.get(key);
    if (old && !scheme.fresh && old.site === scheme.site) {
      say(`  Attempting uninstall: ${one.wanted.requirement.name}`);
      say(`    Found existing installation: ${old.name} ${old.version}`);
      say(`    Uninstalling ${old.name}-${old.version}:`);
      uninstall(files, old);
      say(`      Successfully uninstalled ${old.name}-${old.version}`);
    }
    const failed = installWheel(
      process,
      one.wheel,
      {
        site: scheme.site,
        bin: scheme.bin,
        python: scheme.python,
        compile: !options.has("no-compile"),
      },
      one.wanted.asked,
    );
    if (failed !== undefined) {
      return fail(
        `ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '${failed}'`,
        scheme.user
          ? "Check the permissions."
          : "Consider using the `--user` option or check the permissions.",
        "",
      );
    }
    const bytes = one.wheel.top.reduce((sum, part) => sum + part.bytes, 0) + one.wheel.byteCode;
    kernel.elapse(pipCost.install + (bytes / 1_000_000) * pipCost.installMegabyte);
    warnScripts(
      process,
      options,
      scheme.bin,
      one.wheel.scripts.map(({ name }) => name),
    );
  }
  if (!options.has("no-deps") && !options.has("no-warn-conflicts") && !scheme.fresh && !scheme.user)
    warnConflicts(process, python, new Set(chosen.keys()));
  const sorted = [...chosen.values()]
    .map(({ wheel, wanted: one }) => `${one.requirement.name}-${wheel.version}`)
    .sort();
  say(`Successfully installed ${sorted.join(" ")}`);
  warnRootUser(process, python, options);
  return 0;
}
