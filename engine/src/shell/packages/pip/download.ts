import { requireNetwork } from "../require-network.ts";
import { Content } from "../../../vfs/content.ts";
import { join } from "../../../vfs/path.ts";
import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { pipCost } from "../python/pip-cost.ts";
import type { PythonHome } from "../python/python-home.ts";
import { readRequirementsFile } from "../python/requirements-file.ts";
import { resolve, type Wanted } from "../python/resolve.ts";
import { formatSize } from "./format-size.ts";
import { expectedHashes } from "./hash-mode.ts";
import { buildProjects, prepareProject } from "./build-project.ts";
import { packProject } from "./project-archive.ts";
import { markerNames, readWanted } from "./read-wanted.ts";
import { RESOLUTION_IMPOSSIBLE } from "./tell-steps.ts";
import type { PipOptions } from "./pip-options.ts";
import { tellUnreachable } from "./unreachable.ts";

/** `pip download` and `pip wheel`: the wheels themselves, into a folder. Everything in the catalogue is a wheel already; a project is built. */
export function downloadWheels(process: Process, python: PythonHome, options: PipOptions): number {
  const say = (line: string): void => {
    if (options.quiet === 0) process.stdout.write(`${line}\n`);
  };
  const wanted: Wanted[] = [];
  const names = markerNames(python);
  const ask = (text: string, from: string): readonly string[] | undefined => {
    const one = readWanted(process, { text, from }, names, python);
    if (one === "skipped") return undefined;
    if ("error" in one) return one.error;
    wanted.push(one);
    return undefined;
  };
  const refused = (lines: readonly string[]): 1 => {
    process.stderr.write(`${lines.join("\n")}\n`);
    return 1;
  };
  for (const text of options.operands) {
    const error = ask(text, "");
    if (error) return refused(error);
  }
  for (const file of options.values("requirement")) {
    const read = readRequirementsFile(process, file);
    if ("error" in read) {
      process.stderr.write(`${read.error}\n`);
      return 1;
    }
    if (expectedHashes(options, read.lines))
      throw notSimulated(
        `pip ${options.command} in hash-checking mode`,
        "compare each download with its hash",
      );
    for (const { text, from } of read.lines) {
      const error = text.startsWith("--") ? undefined : ask(text, from);
      if (error) return refused(error);
    }
  }
  const folder = join(process.cwd, options.value(options.command === "wheel" ? "wheel-dir" : "dest") ?? ".");
  const { wheels, steps } = resolve(wanted, new Map(), names, {
    upgrade: true,
    noDependencies: options.has("no-deps"),
    force: true,
  });
  for (const step of steps) {
    if (step.kind === "conflict") {
      process.stdout.write(step.information.map((line) => `${line}\n`).join(""));
      process.stderr.write(`${step.error}\n${RESOLUTION_IMPOSSIBLE}\n`);
      return 1;
    }
    if (step.kind !== "collect") continue;
    const { from, requirement } = step.wanted;
    if (step.wheel.project) {
      const { folder: project } = step.wheel.project;
      if (project !== process.cwd && !project.startsWith(`${process.cwd}/`)) say(`Processing ${project}`);
      else say(`Processing ./${project === process.cwd ? "." : project.slice(process.cwd.length + 1)}`);
      requireNetwork(process, `pip ${options.command}`);
      prepareProject(process, false, (text) => say(text.replace(/\n$/, "")));
      continue;
    }
    if (process.kernel.network.address === null) {
      tellUnreachable(process, requirement.name, options.value("retries"));
      process.stderr.write(
        `ERROR: Could not find a version that satisfies the requirement ${requirement.text}${from ? ` (from ${from})` : ""} (from versions: none)\nERROR: No matching distribution found for ${requirement.text}\n`,
      );
      return 1;
    }
    if (options.quiet === 0)
      process.stdout.write(`Collecting ${requirement.text}${from ? ` (from ${from})` : ""}\n`);
    process.kernel.elapse(pipCost.lookUp);
  }
  if (makeDirectories(process.files, folder)) {
    process.stderr.write(`ERROR: [Errno 13] Permission denied: '${folder}'\n`);
    return 1;
  }
  const projects = wheels.filter(({ wheel }) => wheel.project);
  if (projects.length > 0 && options.command === "download")
    throw notSimulated("pip download of a project", "pack its folder");
  for (const { wheel } of wheels) {
    const file = wheel.fileName(python);
    if (wheel.project) {
      const content = packProject(wheel);
      if (!content) throw notSimulated(`pip wheel of ${wheel.name}`, "pack files whose bytes Drydock lacks");
      process.files.write(`${folder}/${file}`, content);
      continue;
    }
    process.files.write(`${folder}/${file}`, Content.declared(wheel.bytes, file));
    process.kernel.elapse(pipCost.download + wheel.bytes / pipCost.bytesPerMillisecond);
    const shown = folder.startsWith(`${process.cwd}/`) ? `./${folder.slice(process.cwd.length + 1)}` : folder;
    if (options.quiet === 0)
      process.stdout.write(`Downloading ${file} (${formatSize(wheel.bytes)})\nSaved ${shown}/${file}\n`);
  }
  buildProjects(process, projects, (text) => say(text.replace(/\n$/, "")));
  if (options.command === "download" && options.quiet === 0) {
    process.stdout.write(
      `Successfully downloaded ${wheels.map(({ wanted: { requirement } }) => requirement.name).join(" ")}\n`,
    );
  }
  return 0;
}
