import type { Image } from "../../build/image/image.ts";
import { withGlobalArgs } from "../../build/plan/global-args.ts";
import { applyIgnore, parseIgnore } from "../../context/ignore.ts";
import { shortId } from "../../core/digest.ts";
import { notSimulatedText } from "../../core/not-simulated-text.ts";
import { humanSize } from "../../core/size.ts";
import type { Dockerfile } from "../../dockerfile/dockerfile.ts";
import { expandWord } from "../../dockerfile/expand.ts";
import type { From, Instruction } from "../../dockerfile/instruction.ts";
import { parseDockerfile } from "../../dockerfile/parse.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerTar } from "../../vfs/layer-tar.ts";
import type { Daemon } from "../daemon.ts";
import { newId } from "../new-id.ts";
import { keepById, tagImage } from "../images/tag-image.ts";
import type { LegacyRequest } from "./legacy-request.ts";
import { type LegacyStep, legacyStep } from "./legacy-step.ts";
import { needsBuildKit } from "./needs-buildkit.ts";

/** How it ended; `error` is all that the client prints, `exitCode` its status. */
export type LegacyEnd = { readonly image: Image } | { readonly error: string; readonly exitCode: number };

const refused = (error: string): LegacyEnd => ({
  error: `Error response from daemon: ${error}`,
  exitCode: 1,
});

/**
 * `docker build` with the builder before BuildKit: one step after the other, whether needed or not; each leaves an image on the
 * one below, and an image that is there already with the same row of history is the cache (moby/moby, builder/dockerfile;
 * recording cli/system/legacy).
 *
 * A step that fails leaves no container here, as the real one does.
 * @throws {EngineError} NOT_SIMULATED
 */
export function legacyBuild(daemon: Daemon, legacy: LegacyRequest): LegacyEnd {
  const { request, say, quiet } = legacy;
  const context = sentContext(request.context, request.ignore, request.dockerfile.name);
  const { name, text = "" } = request.dockerfile;
  // A Dockerfile from elsewhere is put into the archive.
  const more = context.children.has(name.split("/")[0] ?? "") ? 0 : 512 + Math.ceil(text.length / 512) * 512;
  const size = layerTar(emptyDirectory(), context).length + more;
  if (!quiet) say(`Sending build context to Docker daemon  ${humanSize(size, 4)}\r\r\n`);
  const dockerfile = parseDockerfile(text);
  const [problem] = dockerfile.problems;
  if (problem) return refused(problem.message);
  if (dockerfile.stages.length === 0) return refused("no build stage in current context");
  return new LegacyBuild(daemon, legacy, dockerfile, context).run();
}

/** The context without what is ignored; what the builder itself needs comes along (docker/cli, image/build/context.go). */
function sentContext(context: Directory, ignore: string | undefined, dockerfile: string): Directory {
  const text = ignore === undefined ? "" : `${ignore}\n!.dockerignore\n!${dockerfile}\n`;
  return applyIgnore(context, parseIgnore(text)).tree;
}

/** How far a stage is. */
interface Stage {
  /** Names of the stages before it, and what they made. */
  readonly names: readonly string[];
  readonly built: readonly (Image | undefined)[];
  /** Its ARGs so far. */
  readonly args: Instruction[];
  readonly base: Image | undefined;
  below: Image | undefined;
  /** Every step so far was known. */
  cached: boolean;
}

class LegacyBuild {
  readonly #daemon: Daemon;
  readonly #legacy: LegacyRequest;
  readonly #dockerfile: Dockerfile;
  readonly #context: Directory;
  readonly #of: number;
  readonly #say: (text: string) => void;
  #number = 0;
  /** Results of the stages so far, the current one's last; undefined is `scratch`. */
  readonly #built: (Image | undefined)[] = [];

  constructor(daemon: Daemon, legacy: LegacyRequest, dockerfile: Dockerfile, context: Directory) {
    this.#daemon = daemon;
    this.#legacy = legacy;
    this.#dockerfile = dockerfile;
    this.#context = context;
    this.#of =
      dockerfile.args.length +
      dockerfile.stages.reduce((sum, { instructions }) => sum + 1 + instructions.length, 0);
    this.#say = legacy.quiet ? () => undefined : legacy.say;
  }

  #step(instruction: Instruction): void {
    this.#say(`Step ${++this.#number}/${this.#of} : ${instruction.original}\n`);
  }

  run(): LegacyEnd {
    const { request } = this.#legacy;
    const buildArgs = new Map(Object.entries(request.args ?? {}));
    const globals = withGlobalArgs(new Map(), this.#dockerfile.args, buildArgs, this.#dockerfile.escape);
    if (!(globals instanceof Map)) return refused(globals.message);
    for (const arg of this.#dockerfile.args) this.#step(arg);
    const target = request.target?.toLowerCase();
    const names = this.#dockerfile.stages.map(({ from }) => from.name);
    if (target && !names.includes(target))
      return refused(`target stage ${JSON.stringify(target)} could not be found`);
    for (const { from, instructions } of this.#dockerfile.stages) {
      this.#step(from);
      const base = this.#base(from, globals);
      if (base && "error" in base) return refused(base.error);
      const ended = this.#stage(base, instructions);
      if (ended) return ended;
      if (target && from.name === target) break;
    }
    return this.#finish(buildArgs);
  }

  #base(from: From, globals: ReadonlyMap<string, string>): Image | undefined | { readonly error: string } {
    const expanded = expandWord(from.image, globals, this.#dockerfile.escape);
    if ("error" in expanded) return { error: expanded.error };
    const name = expanded.value;
    if (name === "") return { error: `base name (${from.image}) should not be blank` };
    if (name === "scratch") return undefined;
    const stage = this.#dockerfile.stages
      .slice(0, this.#built.length)
      .findLastIndex((one) => one.from.name !== "" && one.from.name === name.toLowerCase());
    const image = stage < 0 ? this.#legacy.base(name) : this.#built[stage];
    if (image && "error" in image) return image;
    return image;
  }

  #stage(base: Image | undefined, instructions: readonly Instruction[]): LegacyEnd | undefined {
    const stage: Stage = {
      names: this.#dockerfile.stages.slice(0, this.#built.length).map(({ from }) => from.name),
      built: [...this.#built],
      args: [],
      base,
      below: base,
      cached: this.#legacy.request.noCache !== true,
    };
    this.#built.push(base);
    const ended = this.#triggers(stage, base?.config.config.OnBuild ?? []);
    if (ended) return ended;
    if (stage.below) this.#say(` ---> ${shortId(stage.below.id)}\n`);
    for (const instruction of instructions) {
      this.#step(instruction);
      const failed = this.#carryOut(stage, this.#dockerfile, instruction);
      if (failed) return failed;
      if (stage.below) this.#say(` ---> ${shortId(stage.below.id)}\n`);
    }
    return undefined;
  }

  /** What the base asks of every image that stands on it, before the stage's own steps (dispatchers.go, dispatchTriggeredOnBuild). */
  #triggers(stage: Stage, triggers: readonly string[]): LegacyEnd | undefined {
    if (triggers.length > 0)
      this.#say(`# Executing ${triggers.length} build trigger${triggers.length > 1 ? "s" : ""}\n`);
    for (const trigger of triggers) {
      const read = parseDockerfile(`FROM scratch\n${trigger}\n`);
      const [problem] = read.problems;
      const instruction = read.stages[0]?.instructions[0];
      if (problem || !instruction) return refused(problem?.message ?? `unknown instruction: ${trigger}`);
      const failed = this.#carryOut(stage, read, instruction);
      if (failed) return failed;
    }
    return undefined;
  }

  #carryOut(stage: Stage, dockerfile: Dockerfile, instruction: Instruction): LegacyEnd | undefined {
    const refusal = needsBuildKit(instruction);
    if (refusal !== undefined) return refused(refusal);
    const { below, built, names: stages } = stage;
    const triggers = below === stage.base ? [] : (below?.config.config.OnBuild ?? []);
    const before = { dockerfile, stages, args: [...stage.args], scratch: !below, below, built, triggers };
    const request = { ...this.#legacy.request, context: this.#context, ignore: undefined };
    const step = legacyStep(this.#daemon, request, before, instruction, this.#legacy.network);
    const known = stage.cached && "image" in step ? this.#known(below, step.createdBy) : undefined;
    stage.cached &&= known !== undefined;
    if (known) {
      this.#say(" ---> Using cache\n");
      stage.below = known;
    } else {
      const ended = this.#perform(step, instruction, below);
      if ("error" in ended) return ended;
      stage.below = ended.image;
    }
    this.#built[this.#built.length - 1] = stage.below;
    if (instruction.kind === "ARG") stage.args.push(instruction);
    return undefined;
  }

  /** An image that was made of the same one by the same row. */
  #known(below: Image | undefined, createdBy: string): Image | undefined {
    const { parents } = this.#daemon.state;
    return [...parents].findLast(
      ([child, parent]) => parent === below && child.config.history.at(-1)?.created_by === createdBy,
    )?.[0];
  }

  #perform(step: LegacyStep, instruction: Instruction, below: Image | undefined): LegacyEnd {
    const copies = instruction.kind === "COPY" || instruction.kind === "ADD";
    const { id, state } = newId(this.#daemon.state, this.#daemon.seed);
    this.#daemon.state = state;
    const container = shortId(id);
    if (!copies) this.#say(` ---> Running in ${container}\n`);
    for (const { stream, text } of step.result.vertices.flatMap(({ log, step: own }) => (own ? log : [])))
      this.#say(stream === "stderr" ? `\u001B[91m${text}\n\u001B[0m` : `${text}\n`);
    if ("error" in step) return this.#failure(step);
    if (!copies && this.#legacy.removes) this.#say(` ---> Removed intermediate container ${container}\n`);
    const kept = keepById(this.#daemon.state, step.image);
    const parents = new Map(kept.state.parents);
    if (below) parents.set(kept.image, below);
    this.#daemon.state = { ...kept.state, parents };
    return { image: kept.image };
  }

  #failure({ error, result }: LegacyStep & { readonly error: string }): LegacyEnd {
    const { drydock } = result.error ?? {};
    if (drydock) return { error: notSimulatedText(drydock), exitCode: 125 };
    const [, command, status] =
      /^process "(.*)" did not complete successfully: exit code: (\d+)/s.exec(error) ?? [];
    if (status === undefined) return refused(legacyWords(error));
    return {
      error: `The command '${command}' returned a non-zero code: ${status}`,
      exitCode: Number(status),
    };
  }

  #finish(buildArgs: ReadonlyMap<string, string>): LegacyEnd {
    const image = this.#built.at(-1);
    if (!image) return refused("No image was generated. Is your Dockerfile empty?");
    const declared = new Set(
      [
        ...this.#dockerfile.args,
        ...this.#dockerfile.stages.flatMap(({ instructions }) => instructions),
      ].flatMap((one) => (one.kind === "ARG" ? one.pairs.map(({ key }) => key) : [])),
    );
    const unused = [...buildArgs.keys()].filter((name) => !declared.has(name) && !/_proxy$/i.test(name));
    if (unused.length > 0)
      this.#say(`[Warning] One or more build-args [${unused.toSorted().join(" ")}] were not consumed\n`);
    this.#say(`Successfully built ${shortId(image.id)}\n`);
    this.#daemon.state = (this.#legacy.request.tags ?? []).reduce(
      (state, name) => tagImage(state, image, name),
      this.#daemon.state,
    );
    return { image };
  }
}

/** BuildKit's words for a missing source are its own; the builder before it says it shorter. */
function legacyWords(error: string): string {
  const missing = /failed to calculate checksum of ref \S+: "?(.*?)"?: not found$/s.exec(error)?.[1];
  return missing === undefined
    ? error
    : `COPY failed: file not found in build context or excluded by .dockerignore: stat ${missing.replace(/^\//, "")}: file does not exist`;
}
