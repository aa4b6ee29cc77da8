import { notSimulated } from "../../core/engine-error.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";

const HINT =
  "requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled";

/**
 * Why the builder before BuildKit refuses an instruction (moby/moby, builder/dockerfile/dispatchers.go).
 * @throws {EngineError} NOT_SIMULATED for flags of which we do not know its words
 */
export function needsBuildKit(instruction: Instruction): string | undefined {
  for (const { name } of instruction.flags) {
    if (instruction.kind === "RUN" && name === "mount") return `the --mount option ${HINT}`;
    if ((instruction.kind === "COPY" || instruction.kind === "ADD") && name === "chmod")
      return `the --chmod option ${HINT}`;
    const known = /^(?:from|chown|platform|interval|timeout|retries|start-period|start-interval)$/;
    if (!known.test(name)) throw notSimulated(`--${name} in the builder before BuildKit`, "refuse it");
  }
  if (instruction.heredocs.length > 0)
    throw notSimulated("heredocs in the builder before BuildKit", "take their lines for instructions");
  return undefined;
}
