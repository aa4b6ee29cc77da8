import { Content } from "../../../vfs/content.ts";
import { join } from "../../../vfs/path.ts";
import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { pipCost } from "../python/pip-cost.ts";
import type { PythonHome } from "../python/python-home.ts";
import { parseRequirement } from "../python/requirement.ts";
import { readRequirementsFile } from "../python/requirements-file.ts";
import { resolve, type Wanted } from "../python/resolve.ts";
import { formatSize } from "./format-size.ts";
import { expectedHashes } from "./hash-mode.ts";
import { markerNames } from "./read-wanted.ts";
import { RESOLUTION_IMPOSSIBLE } from "./tell-steps.ts";
import type { PipOptions } from "./pip-options.ts";

/** `pip download` and `pip wheel`: the wheels themselves, into a folder. Everything in the catalogue is a wheel already. */
export function downloadWheels(process: Process, python: PythonHome, options: PipOptions): number {
  const wanted: Wanted[] = [];
  const ask = (text: string, from: string): void => {
    const requirement = parseRequirement(text);
    if (!requirement) throw notSimulated(`pip ${options.command} ${text}`, "build or fetch it");
    wanted.push({ requirement, from, asked: true });
  };
  for (const text of options.operands) ask(text, "");
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
    for (const { text, from } of read.lines) ask(text, from);
  }
  const folder = join(process.cwd, options.value(options.command === "wheel" ? "wheel-dir" : "dest") ?? ".");
  const { wheels, steps } = resolve(wanted, new Map(), markerNames(python), {
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
    if (options.quiet === 0)
      process.stdout.write(`Collecting ${requirement.text}${from ? ` (from ${from})` : ""}\n`);
    process.kernel.elapse(pipCost.lookUp);
  }
  if (makeDirectories(process.files, folder)) {
    process.stderr.write(`ERROR: [Errno 13] Permission denied: '${folder}'\n`);
    return 1;
  }
  for (const { wheel } of wheels) {
    const file = wheel.fileName(python);
    process.files.write(`${folder}/${file}`, Content.declared(wheel.bytes, file));
    process.kernel.elapse(pipCost.download + wheel.bytes / pipCost.bytesPerMillisecond);
    const shown = folder.startsWith(`${process.cwd}/`) ? `./${folder.slice(process.cwd.length + 1)}` : folder;
    if (options.quiet === 0)
      process.stdout.write(`Downloading ${file} (${formatSize(wheel.bytes)})\nSaved ${shown}/${file}\n`);
  }
  if (options.command === "download" && options.quiet === 0) {
    process.stdout.write(
      `Successfully downloaded ${wheels.map(({ wanted: { requirement } }) => requirement.name).join(" ")}\n`,
    );
  }
  return 0;
}
