import { notSimulated } from "../../core/engine-error.ts";
import type { Process } from "../process.ts";

/**
 * To be called where a package manager asks the outside world.
 *
 * @param what the command, as `apt-get update`
 * @throws {EngineError} NOT_SIMULATED where the container has no network (`--network none`): how each manager tries again and
 *   gives up is not modelled
 */
export function requireNetwork({ kernel }: Process, what: string): void {
  if (kernel.network.address === null)
    throw notSimulated(
      `${what} without a network`,
      "fail to resolve the name of its server, try again, and give up",
    );
}
