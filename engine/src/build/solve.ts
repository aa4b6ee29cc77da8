import type { Mount } from "../dockerfile/instruction.ts";
import type { Network } from "../shell/process.ts";
import type { Directory } from "../vfs/entry.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { alignRuns } from "./align-runs.ts";
import type { BuildCache, CachedResult } from "./cache.ts";
import { type Ground, imageGround, scratch } from "./ground.ts";
import type { Image } from "./image.ts";
import { inputsOf, stepText } from "./inputs-of.ts";
import { layerAt } from "./layer-at.ts";
import { createLayer } from "./layer.ts";
import { missReason } from "./miss-reason.ts";
import { mountSource } from "./mount-source.ts";
import type { Failed, Outcome } from "./outcome.ts";
import { missingSource, performStep } from "./perform-step.ts";
import type { Plan, PlannedStage, PlannedStep } from "./plan.ts";
import { proxyEnv } from "./proxy-env.ts";
import type { BuildRequest } from "./request.ts";
import type { MissReason, Step, Vertex } from "./result.ts";
import { runsKey, runsOf } from "./runs.ts";
import type { Solved, StageWork } from "./solved.ts";
import type { StepInputs } from "./step-inputs.ts";
import { type CopyFrom, type SourceTree, type StepSources, stepSources } from "./step-sources.ts";
import { WorkBudget } from "./work-budget.ts";

/** What solving needs beside the plan. */
export interface SolveWorld {
  readonly request: BuildRequest;
  /** The context as the builder sees it. */
  readonly context: Directory;
  readonly image: (reference: string) => Image;
  readonly cache: BuildCache;
  /** When the build began, in simulated milliseconds since 1970. */
  readonly began: number;
  readonly network: Network | undefined;
  readonly dataRoot: string;
  /** From the start of the build: when bases are there, and when the context is. */
  readonly ready: { readonly bases: number; readonly context: number };
}

interface Write {
  readonly keys: readonly string[];
  readonly result: CachedResult;
  readonly end: number;
  readonly mounts: ReadonlyMap<string, Directory>;
}

interface Turn {
  readonly work: StageWork;
  readonly step: PlannedStep;
  readonly begin: number;
}

/**
 * Runs the steps of all stages, each as soon as what it needs is there, and remembers what they leave.
 *
 * Time is simulated, so stages overlap as they do in BuildKit: of the steps that could start the earliest starts first.
 * When one fails, what had ended by then stays, what was running is CANCELED and not kept.
 */
class Solver {
  readonly #plan: Plan;
  readonly #world: SolveWorld;
  readonly #works = new Map<number, StageWork>();
  readonly #vertices: Vertex[] = [];
  readonly #writes: Write[] = [];
  /** Steps of this build by key: the same step of two stages is one vertex. */
  readonly #done = new Map<string, { readonly ground: Ground; readonly vertex: Vertex; readonly end: number }>();
  readonly #aligned = new Map<StageWork, (StepInputs | undefined)[]>();
  readonly #proxies: readonly string[];
  readonly #budget = new WorkBudget();
  #ids = 0;
  #failure: { readonly step: PlannedStep; readonly outcome: Failed; readonly end: number } | undefined;

  constructor(plan: Plan, world: SolveWorld) {
    this.#plan = plan;
    this.#world = world;
    this.#proxies = proxyEnv(world.request.args ?? {});
  }

  solve(): Solved {
    for (const stage of this.#plan.stages) this.#open(stage);
    for (;;) {
      const turn = this.#nextTurn();
      if (!turn || (this.#failure && turn.begin >= this.#failure.end)) break;
      this.#take(turn);
    }
    const ends = this.#vertices.map(({ begin = 0, duration }) => begin + duration);
    return {
      vertices: this.#printed(),
      failure: this.#failure,
      result: this.#failure ? undefined : this.#finished(this.#plan.target)?.ground.result,
      works: this.#works,
      cache: this.#remember(),
      end: this.#failure?.end ?? Math.max(this.#world.ready.bases, ...ends),
    };
  }

  #open(stage: PlannedStage): void {
    const { start } = stage;
    const image = start.kind === "image" ? this.#world.image(start.reference) : undefined;
    const base =
      start.kind === "stage" ? { reference: this.#works.get(start.index)?.stage.name ?? "", digest: "" }
      : image && start.kind === "image" ? { reference: start.reference, digest: image.layers.at(-1)?.diffId ?? "" }
      : { reference: "scratch", digest: "" };
    const ground = image ? imageGround(image) : scratch;
    const ready = this.#world.ready.bases;
    this.#works.set(stage.index, { stage, base, image, ground, next: 0, ready, inputs: [], vertices: [] });
  }

  /** The step that can start first; in order of the file among equals. */
  #nextTurn(): Turn | undefined {
    let best: Turn | undefined;
    for (const work of this.#works.values()) {
      const step = work.stage.steps[work.next];
      if (!step) continue;
      const begin = this.#canBegin(work, step);
      if (begin !== undefined && (!best || begin < best.begin)) best = { work, step, begin };
    }
    return best;
  }

  /** What the next step of a stage stands on. A stage without a step of its own yet stands where it starts. */
  #standing(work: StageWork): { readonly ground: Ground; readonly ready: number } | undefined {
    const { start } = work.stage;
    if (work.next > 0 || start.kind !== "stage") return work;
    return this.#finished(start.index);
  }

  /** What a stage leaves; undefined while it is not through. */
  #finished(index: number): { readonly ground: Ground; readonly ready: number } | undefined {
    const work = this.#works.get(index);
    if (!work || work.next < work.stage.steps.length) return undefined;
    return this.#standing(work);
  }

  /** When all that a step needs is there; undefined while it waits for another stage. */
  #canBegin(work: StageWork, step: PlannedStep): number | undefined {
    const standing = this.#standing(work);
    if (!standing) return undefined;
    let begin = standing.ready;
    const needs: (CopyFrom | undefined)[] = [];
    if (step.kind === "copy" && step.sources.length > 0) needs.push(step.from);
    if (step.kind === "run") needs.push(...step.mounts.map((mount) => mountSource(mount, this.#plan)));
    for (const need of needs) {
      if (need?.kind === "context") begin = Math.max(begin, this.#world.ready.context);
      if (need?.kind !== "stage") continue;
      const other = this.#finished(need.index);
      if (!other) return undefined;
      begin = Math.max(begin, other.ready);
    }
    work.ground = standing.ground;
    return begin;
  }

  #source(from: CopyFrom | undefined): SourceTree {
    if (from?.kind === "stage") {
      const ground = this.#finished(from.index)?.ground ?? scratch;
      return { tree: ground.tree, origin: "stage", id: ground.id };
    }
    if (from?.kind === "image") {
      const { tree, id } = imageGround(this.#world.image(from.reference));
      return { tree, origin: "stage", id };
    }
    return { tree: this.#world.context, origin: "context", id: undefined };
  }

  readonly #mounted = (mount: Mount): SourceTree => this.#source(mountSource(mount, this.#plan));

  #take(turn: Turn): void {
    const { work, step, begin } = turn;
    const sources = stepSources(step, (from) => this.#source(from), this.#mounted);
    if ("missing" in sources) {
      const bare = step.kind === "copy" && step.from.kind === "stage" && this.#works.get(step.from.index)?.stage.steps.length === 0;
      const inputs = inputsOf(step, work.ground, work.base, []);
      this.#fail(turn, inputs, missingSource(step, sources.missing, bare));
      return;
    }
    const inputs = inputsOf(step, work.ground, work.base, sources.entries);
    const keys = this.#keys(work.ground, inputs, sources);
    const same = keys.map((key) => this.#done.get(key)).find((done) => done !== undefined);
    if (same) {
      this.#advance(work, inputs, same.ground, same.vertex, Math.max(begin, same.end));
      return;
    }
    const ignored = step.kind !== "workdir" && this.#ignoresCache(work.stage);
    const known = ignored ? undefined : this.#find(keys);
    if (known) this.#reuse(turn, inputs, keys, known);
    else this.#perform(turn, inputs, keys, ignored);
  }

  /** The fast key first: a result by what the sources are made of counts before one by their content. */
  #keys(ground: Ground, inputs: StepInputs, sources: StepSources): string[] {
    const key = `${ground.id}\n${inputs.operation}`;
    if (sources.entries.length === 0 && sources.slow === "") return [key];
    const slow = `${key}\nholds ${sources.slow}`;
    return sources.fast === undefined ? [slow] : [`${key}\nfrom ${sources.fast}`, slow];
  }

  #find(keys: readonly string[]): CachedResult | undefined {
    for (const key of keys) {
      const found = this.#world.cache.get(key);
      if (found) return found;
    }
    return undefined;
  }

  #ignoresCache({ name }: PlannedStage): boolean {
    const { noCache } = this.#world.request;
    if (typeof noCache === "boolean" || noCache === undefined) return noCache === true;
    return noCache.some((each) => each.toLowerCase() === name.toLowerCase());
  }

  #reuse({ work, step, begin }: Turn, inputs: StepInputs, keys: readonly string[], known: CachedResult): void {
    const { started, copied } = known.step;
    const layer = known.layer && layerAt(known.layer, { stage: work.stage.index, range: step.instruction.range });
    const vertex: Vertex = {
      name: step.name,
      status: "CACHED",
      log: [],
      begin,
      duration: 0,
      cost: known.cost,
      step: this.#stepOf(work, step, { started, copied, layer }),
    };
    this.#vertices.push(vertex);
    const ground = { id: known.id, tree: known.tree, result: known, below: step.name, missed: work.ground.missed };
    if (keys.some((key) => this.#world.cache.get(key) !== known)) {
      this.#writes.push({ keys, result: known, end: begin, mounts: new Map() });
    }
    this.#advance(work, inputs, ground, vertex, begin);
    for (const key of keys) this.#done.set(key, { ground, vertex, end: begin });
  }

  #perform(turn: Turn, inputs: StepInputs, keys: readonly string[], ignored: boolean): void {
    const { work, step, begin } = turn;
    const outcome = performStep(step, work.ground, this.#world.began + begin, {
      source: this.#source(step.kind === "copy" ? step.from : undefined),
      network: this.#world.network,
      dataRoot: this.#world.dataRoot,
      bind: (mount) => {
        const entry = new FileSystem(this.#mounted(mount).tree, () => 0).stat(`/${mount.source ?? ""}`);
        return typeof entry === "string" ? undefined : entry;
      },
      // A build without cache finds cache mounts empty, too (recording build/instr/run-mount-cache).
      caches: ignored ? new Map() : this.#world.cache.mounts,
      secrets: this.#world.request.secrets ?? {},
      proxies: this.#proxies,
      budget: this.#budget,
    });
    if (outcome.kind === "failed") {
      this.#fail(turn, inputs, outcome);
      return;
    }
    const end = begin + outcome.duration;
    const origin = { stage: work.stage.index, range: step.instruction.range };
    const layer = step.history.empty_layer ? undefined : createLayer(work.ground.tree, outcome.tree, origin);
    const miss: MissReason = ignored ? { kind: "no-cache" } : this.#why(work, inputs);
    const from = step.kind === "copy" ? step.instruction.from : undefined;
    const copied = step.kind === "copy" ? { from, paths: outcome.copied } : undefined;
    const told = this.#stepOf(work, step, { started: outcome.started, copied, layer, miss });
    const { log, duration } = outcome;
    const vertex: Vertex = { name: step.name, status: "DONE", log, begin, duration, cost: duration, step: told };
    this.#vertices.push(vertex);
    const result: CachedResult = {
      id: this.#idOf(keys),
      tree: outcome.tree,
      step: told,
      cost: duration,
      created: this.#world.began + end,
      parent: work.ground.result,
      layer,
    };
    this.#writes.push({ keys, result, end, mounts: outcome.mounts });
    const missed = work.ground.missed ?? step.name;
    const ground = { id: result.id, tree: outcome.tree, result, below: step.name, missed };
    this.#advance(work, inputs, ground, vertex, end);
    for (const key of keys) this.#done.set(key, { ground, vertex, end });
  }

  /** The id belongs to the key: who runs a step again must not lose what was built on it. */
  #idOf(keys: readonly string[]): string {
    return this.#find(keys.toReversed())?.id ?? `#${this.#world.cache.size + this.#ids++}`;
  }

  #fail(turn: Turn, inputs: StepInputs, outcome: Outcome): void {
    if (outcome.kind !== "failed") return;
    const { work, step, begin } = turn;
    const end = begin + outcome.duration;
    const miss = this.#ignoresCache(work.stage) ? { kind: "no-cache" as const } : this.#why(work, inputs);
    const { started, log, error, duration } = outcome;
    const told = this.#stepOf(work, step, { started, copied: undefined, layer: undefined, miss });
    const vertex: Vertex = { name: step.name, status: "ERROR", error, log, begin, duration, cost: duration, step: told };
    this.#vertices.push(vertex);
    if (!this.#failure || end < this.#failure.end) this.#failure = { step, outcome, end };
    this.#advance(work, { ...inputs, failed: true }, work.ground, vertex, Number.POSITIVE_INFINITY);
    work.next = Number.POSITIVE_INFINITY;
  }

  #advance(work: StageWork, inputs: StepInputs, ground: Ground, vertex: Vertex, ready: number): void {
    work.inputs.push(inputs);
    work.vertices.push(vertex);
    work.ground = ground;
    work.ready = ready;
    work.next++;
  }

  #stepOf(
    { stage }: StageWork,
    step: PlannedStep,
    rest: Pick<Step, "started" | "copied" | "layer" | "miss">,
  ): Step {
    const { number, of, instruction, onbuild } = step;
    return { stage: stage.index, stageName: stage.name, number, of, instruction, onbuild, ...rest };
  }

  #why(work: StageWork, inputs: StepInputs): MissReason {
    let aligned = this.#aligned.get(work);
    if (!aligned) {
      const before = runsOf(this.#world.cache, this.#world.request, work.stage);
      aligned = alignRuns(before, work.stage.steps.map(stepText));
      this.#aligned.set(work, aligned);
    }
    return missReason(aligned[work.next], inputs, work.ground.missed);
  }

  /** Vertices in order of their start; what ran when the build failed is CANCELED. */
  #printed(): Vertex[] {
    const failed = this.#failure?.end ?? Number.POSITIVE_INFINITY;
    const cut = (vertex: Vertex): Vertex => {
      const { begin = 0, duration, status } = vertex;
      if (begin + duration <= failed) return vertex;
      const log = vertex.log.filter(({ at }) => begin + at <= failed);
      return status === "CACHED" ? vertex : { ...vertex, status: "CANCELED", error: undefined, duration: failed - begin, log };
    };
    return this.#vertices.map(cut).sort((a, b) => (a.begin ?? 0) - (b.begin ?? 0));
  }

  #remember(): BuildCache {
    let { cache } = this.#world;
    const failed = this.#failure?.end ?? Number.POSITIVE_INFINITY;
    for (const { keys, result, end, mounts } of this.#writes) {
      if (end > failed) continue;
      for (const key of keys) if (cache.get(key) !== result) cache = cache.with(key, result);
      for (const [id, tree] of mounts) cache = cache.withMount(id, tree);
    }
    const runs = new Map(cache.runs);
    for (const work of this.#works.values()) {
      const before = runsOf(cache, this.#world.request, work.stage);
      const rest = before.slice(work.inputs.length);
      const unreached = work.inputs.length < work.stage.steps.length ? rest : [];
      runs.set(runsKey(this.#world.request, work.stage), [...work.inputs, ...unreached]);
    }
    return cache.withRuns(runs);
  }
}

/** Builds what a plan says, out of the cache where it can. Never throws for what a learner wrote. */
export const solve = (plan: Plan, world: SolveWorld): Solved => new Solver(plan, world).solve();

