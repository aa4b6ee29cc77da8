import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { isAbsent } from "../python/wheel-catalogue.ts";
import type { PipOptions } from "./pip-options.ts";
import { tellUnreachable } from "./unreachable.ts";

/**
 * `pip index versions NAME`. @throws {EngineError} NOT_SIMULATED for a package that the index has: the catalogue does not hold all
 * of its versions
 */
export function indexVersions(process: Process, { operands, value }: PipOptions): number {
  const [verb, ...names] = operands;
  const [name] = names;
  if (verb !== "versions" || name === undefined || names.length > 1) {
    process.stderr.write(
      verb === "versions"
        ? "ERROR: You need to specify exactly one argument\n"
        : "ERROR: Need an action (versions) to perform.\n",
    );
    return 1;
  }
  if (process.kernel.network.address === null) {
    tellUnreachable(process, name, value("retries"));
    process.stderr.write(`ERROR: No matching distribution found for ${name}\n`);
    return 1;
  }
  if (!isAbsent(name))
    throw notSimulated(`pip index versions ${name}`, "list every version that the Python Package Index has");
  process.stderr.write(`ERROR: No matching distribution found for ${name}\n`);
  return 1;
}
