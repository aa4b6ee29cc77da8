import { tellUnreachable } from "./unreachable.ts";
import { requireNetwork } from "../require-network.ts";
import type { Process } from "../../process.ts";
import { installedIn } from "../python/installed.ts";
import { pipCost } from "../python/pip-cost.ts";
import type { PythonHome } from "../python/python-home.ts";
import type { Step, Wanted } from "../python/resolve.ts";
import { compareVersions } from "../python/version.ts";
import { formatSize } from "./format-size.ts";
import { downloadWheel } from "./download-wheel.ts";
import { prepareProject } from "./build-project.ts";
import { type ExpectedHashes, hashProblem, isRefusedUnseen } from "./hash-mode.ts";
import type { PipCache } from "./pip-cache.ts";
import type { PipOptions } from "./pip-options.ts";

/** What pip says at the end of a conflict. */
export const RESOLUTION_IMPOSSIBLE =
  "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts";

const NOT_A_PACKAGE = `HINT: You are attempting to install a package literally named "requirements.txt" (which cannot exist). Consider using the '-r' flag to install the packages listed in requirements.txt`;

const origin = ({ from }: Wanted): string => (from ? ` (from ${from})` : "");

/** Of what cannot be had pip tells the package that wants it, and no file [measured with pip 23.0.1 and 23.2.1]. */
const parent = (wanted: Wanted): string => (wanted.from?.startsWith("-") ? "" : origin(wanted));

/** Is the pip that runs here at least this old? Its words have changed over time. */
export function pipIsSince(process: Process, python: PythonHome, version: string): boolean {
  const own = installedIn(process.files, python.path).find(({ key }) => key === "pip");
  return own === undefined || compareVersions(own.version, version) >= 0;
}

/**
 * Tells what the resolver looked at, as pip does while it resolves.
 *
 * @returns whether it came to a result.
 */
export function tellSteps(
  process: Process,
  python: PythonHome,
  steps: readonly Step[],
  cache: PipCache,
  options: PipOptions,
  hashes: ExpectedHashes,
): boolean {
  const say = (line: string): void => {
    if (options.quiet === 0) process.stdout.write(`${line}\n`);
  };
  const warn = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  // Before 23.1 a file or a name stood there without who asked for it.
  const withOrigin = pipIsSince(process, python, "23.1");
  let header = "";
  const announce = (line: string, wanted: Wanted): void => {
    const next = `${line}${withOrigin || line.startsWith("Requirement") ? origin(wanted) : ""}`;
    if (next !== header) say(next);
    header = next;
  };
  for (const step of steps) {
    switch (step.kind) {
      case "conflict":
        warn(step.error);
        for (const line of step.information) say(line);
        warn(RESOLUTION_IMPOSSIBLE);
        return false;
      case "missing": {
        const { text } = step.wanted.requirement;
        if (text === "requirements.txt") say(NOT_A_PACKAGE);
        const versions = step.versions.length > 0 ? step.versions.join(", ") : "none";
        warn(
          `ERROR: Could not find a version that satisfies the requirement ${text}${parent(step.wanted)} (from versions: ${versions})`,
        );
        warn(`ERROR: No matching distribution found for ${text}`);
        return false;
      }
      case "warning":
        warn(step.text);
        break;
      case "looking":
        say(step.text);
        break;
      case "satisfied":
        say(
          `Requirement already satisfied: ${step.wanted.requirement.text} in ${step.installed.site}${origin(step.wanted)} (${step.installed.version})`,
        );
        break;
      case "collect": {
        const { wanted, wheel, path } = step;
        const file = wheel.fileName(python);
        if (path === undefined && process.kernel.network.address === null) {
          if (wheel.project || hashes || cache.has(`${file}.metadata`))
            requireNetwork(process, `pip install ${wanted.requirement.text}`);
          tellUnreachable(process, wanted.requirement.name, options.value("retries"));
          warn(
            `ERROR: Could not find a version that satisfies the requirement ${wanted.requirement.text}${parent(wanted)} (from versions: none)`,
          );
          warn(`ERROR: No matching distribution found for ${wanted.requirement.text}`);
          return false;
        }
        const shown =
          path?.startsWith(`${process.cwd}/`) && process.cwd !== "/"
            ? `.${path.slice(process.cwd.length)}`
            : path;
        announce(
          wheel.project?.editable
            ? `Obtaining file://${path}`
            : shown === undefined
              ? `Collecting ${wanted.requirement.text}`
              : `Processing ${shown}`,
          wanted,
        );
        if (hashes) {
          // Metadata alone would not be checked, so the whole wheel comes now.
          if (path === undefined && !isRefusedUnseen(hashes, wanted.requirement))
            downloadWheel(process, wheel, file, cache, options, "  ");
          const problem = hashProblem(hashes, wanted.requirement, origin(wanted), file, path);
          if (!problem) break;
          for (const line of problem) warn(line);
          return false;
        }
        if (wheel.project && wheel.project.archive === undefined && !options.has("no-build-isolation"))
          requireNetwork(process, `pip install ${wanted.requirement.text}`);
        if (wheel.project && wheel.project.archive === undefined)
          prepareProject(process, wheel.project.editable, (text) => say(text.replace(/\n$/, "")));
        if (path !== undefined) break;
        const metadata = `${file}.metadata`;
        const cached = cache.has(metadata);
        say(`  ${cached ? "Using cached" : "Downloading"} ${metadata} (${formatSize(wheel.metadata)})`);
        process.kernel.elapse(cached ? pipCost.lookUpCached : pipCost.lookUp);
        cache.keep(metadata, wheel.metadata);
      }
    }
  }
  return true;
}
