import { type Ignore, parseIgnore } from "../../context/ignore.ts";
import type { Dockerfile, Stage } from "../../dockerfile/dockerfile.ts";
import { expandWord } from "../../dockerfile/expand.ts";
import type { Mount, Run } from "../../dockerfile/instruction.ts";
import { parseMount } from "../../dockerfile/mount.ts";
import { join } from "../../vfs/path.ts";
import type { Surroundings } from "../surroundings.ts";
import { commandOf, commandsOf } from "./commands-of.ts";
import { scriptOf } from "./script-of.ts";
import type { ShellCommand } from "./shell-command.ts";
import type { StageReading, Step } from "./step.ts";

/** A Dockerfile as the teaching rules look at it: steps with what holds before them, and the commands of each RUN. */
export interface Reading {
  readonly dockerfile: Dockerfile;
  readonly stages: readonly StageReading[];
  readonly steps: readonly Step[];
  /** The context's files, undefined where they are not known. */
  readonly paths: readonly string[] | undefined;
  /** The ignore file, undefined where there is none or nothing is known of it. */
  readonly ignore: Ignore | undefined;
}

type Draft = { -readonly [Key in keyof StageReading]: StageReading[Key] };

/** Reads without a plan: nothing is fetched and nothing runs, and words that only a build knows stay as written. */
export function readSteps(dockerfile: Dockerfile, { config, context }: Surroundings): Reading {
  const stages: Draft[] = [];
  const byName = new Map<string, Draft>();
  const defaults = globalDefaults(dockerfile);
  for (const stage of dockerfile.stages) {
    const image = expanded(stage.from.image, defaults, dockerfile.escape);
    const parent = byName.get(image.toLowerCase());
    const base = parent === undefined ? image : "";
    const draft: Draft = {
      stage,
      base,
      parent,
      config: parent === undefined ? config?.(base) : parent.config,
      steps: [],
      last: parent?.last,
      ships: false,
    };
    draft.steps = stepsOf(dockerfile, stage, draft);
    draft.last = draft.steps.at(-1) ?? draft.last;
    stages.push(draft);
    if (stage.from.name !== "") byName.set(stage.from.name, draft);
  }
  for (let stage: Draft | undefined = stages.at(-1); stage !== undefined; stage = stage.parent)
    stage.ships = true;
  return {
    dockerfile,
    stages,
    steps: stages.flatMap(({ steps }) => steps),
    paths: context?.paths,
    ignore: context?.ignore === undefined ? undefined : parseIgnore(context.ignore),
  };
}

function globalDefaults({ args, escape }: Dockerfile): ReadonlyMap<string, string> {
  const defaults = new Map<string, string>();
  for (const { pairs } of args)
    for (const { key, value } of pairs)
      if (value !== undefined) defaults.set(key, expanded(value, defaults, escape));
  return defaults;
}

function expanded(text: string, variables: ReadonlyMap<string, string>, escape: string): string {
  const expansion = expandWord(text, variables, escape);
  return "error" in expansion ? text : expansion.value;
}

function stepsOf(dockerfile: Dockerfile, { instructions }: Stage, stage: StageReading): Step[] {
  const { parent, config } = stage;
  let previous = parent?.last;
  let directory = config?.WorkingDir || "/";
  let placed = (config?.WorkingDir ?? "/") !== "/";
  let user = config?.User ?? "";
  let shell: readonly string[] | undefined = config?.Shell;
  if (previous !== undefined) ({ directory, placed, user, shell } = after(previous));
  return instructions.map((instruction) => {
    const run = instruction.kind === "RUN" ? instruction : undefined;
    const commands = run === undefined ? NO_COMMANDS : commandsIn(dockerfile, run, shell);
    const mounts = run === undefined ? NO_MOUNTS : mountsOf(run);
    const step: Step = { instruction, stage, previous, directory, placed, user, shell, commands, mounts };
    previous = step;
    ({ directory, placed, user, shell } = after(step));
    return step;
  });
}

const NO_COMMANDS: readonly ShellCommand[] = [];
const NO_MOUNTS: readonly Mount[] = [];

/** What holds behind a step. */
export function after(step: Step): Pick<Step, "directory" | "placed" | "user" | "shell"> {
  const { instruction, directory, placed, user, shell } = step;
  const held = { directory, placed, user, shell };
  if (instruction.kind === "WORKDIR")
    return { ...held, directory: join(directory, instruction.value), placed: true };
  if (instruction.kind === "USER") return { ...held, user: instruction.value };
  if (instruction.kind === "SHELL") return { ...held, shell: instruction.words };
  return held;
}

function commandsIn(
  dockerfile: Dockerfile,
  run: Run,
  shell: readonly string[] | undefined,
): readonly ShellCommand[] {
  if (run.form === "exec") return commandOf(run.args, run.range);
  if (shell !== undefined && !/(?:^|\/)(?:ba|da|a|z)?sh$/.test(shell[0] ?? "")) return NO_COMMANDS;
  const { text, locate } = scriptOf(dockerfile, run);
  const interpreter = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text);
  if (interpreter && !(interpreter[2] ?? interpreter[1] ?? "").endsWith("sh")) return NO_COMMANDS;
  return commandsOf(text, locate);
}

function mountsOf({ mounts }: Run): readonly Mount[] {
  const read = mounts.map((text) => parseMount(text, (value) => value));
  return read.filter((mount): mount is Mount => !("error" in mount));
}
