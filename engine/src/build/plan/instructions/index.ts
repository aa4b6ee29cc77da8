import type { StageInstruction } from "../draft.ts";
import type { Walk } from "../walk.ts";
import { walkArg } from "./arg.ts";
import { walkCopy } from "./copy.ts";
import { walkEnv } from "./env.ts";
import { walkExpose } from "./expose.ts";
import { walkHealthcheck } from "./healthcheck.ts";
import { walkLabel } from "./label.ts";
import { walkRun } from "./run.ts";
import { walkCmd, walkEntrypoint } from "./start.ts";
import { walkMaintainer, walkStopSignal, walkUser } from "./text.ts";
import { walkShell, walkVolume } from "./words.ts";
import { walkWorkdir } from "./workdir.ts";

/** Takes an instruction into its draft; gives BuildKit's words where it cannot. */
export function walkInstruction(walk: Walk, instruction: StageInstruction): string | undefined {
  switch (instruction.kind) {
    case "RUN":
      return walkRun(walk, instruction);
    case "COPY":
    case "ADD":
      return walkCopy(walk, instruction);
    case "ENV":
      return walkEnv(walk, instruction);
    case "LABEL":
      return walkLabel(walk, instruction);
    case "ARG":
      return walkArg(walk, instruction);
    case "WORKDIR":
      return walkWorkdir(walk, instruction);
    case "USER":
      return walkUser(walk, instruction);
    case "STOPSIGNAL":
      return walkStopSignal(walk, instruction);
    case "MAINTAINER":
      return walkMaintainer(walk, instruction);
    case "CMD":
      return walkCmd(walk, instruction);
    case "ENTRYPOINT":
      return walkEntrypoint(walk, instruction);
    case "EXPOSE":
      return walkExpose(walk, instruction);
    case "VOLUME":
      return walkVolume(walk, instruction);
    case "SHELL":
      return walkShell(walk, instruction);
    case "HEALTHCHECK":
      return walkHealthcheck(walk, instruction);
    case "ONBUILD": {
      const { config } = walk.draft;
      walk.draft.config = { ...config, OnBuild: [...(config.OnBuild ?? []), instruction.expression] };
      return undefined;
    }
  }
}
