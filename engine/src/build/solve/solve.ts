import type { Network } from "../../shell/process.ts";
import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { clean } from "../../vfs/path.ts";
import { alignRuns } from "../cache/align-runs.ts";
import type { BuildCache, CachedResult } from "../cache/cache.ts";
import { cacheNotes } from "../cache/cache-notes.ts";
import { cutOff } from "./cut-off.ts";
import { type EarlyMissing, earlyMissing } from "../copy/early-missing.ts";
import type { Ground } from "./ground.ts";
import { inputsOf, stepText } from "../cache/inputs-of.ts";
import { layerAt } from "../cache/layer-at.ts";
import { createLayer } from "../image/layer.ts";
import { isSent } from "../plan/is-sent.ts";
import { keptWaiting } from "./kept-waiting.ts";
import { missReason } from "../cache/miss-reason.ts";
import type { Done, Failed, Outcome } from "./outcome.ts";
import { missingForKey, missingSource, performStep, type StepWorld } from "./perform-step.ts";
import type { Plan, PlannedStage, PlannedStep } from "../plan/plan.ts";
import { proxyEnv } from "../run/proxy-env.ts";
import { type Write, remember } from "../cache/remember.ts";
import type { BuildRequest } from "../request.ts";
import type { MissReason, Step, Vertex } from "../result.ts";
import { runsOf } from "../cache/runs.ts";
import type { Solved, StageWork } from "./solved.ts";
import { type GraphWorld, StageGraph, type Turn } from "../plan/stage-graph.ts";
import { preparedFor } from "../plan/stage-vertices.ts";
import { sourceReads, type SourceRead } from "../plan/source-reads.ts";
import type { StepInputs } from "./step-inputs.ts";
import { type CopyFrom, type SourceTree, type StepSources, stepSources } from "./step-sources.ts";
import { WorkBudget } from "./work-budget.ts";

/** What solving needs beside the plan. */
export interface SolveWorld extends GraphWorld {
  readonly request: BuildRequest;
  readonly cache: BuildCache;
  /** When the build began, in simulated milliseconds since 1970. */
  readonly began: number;
  readonly network: Network | undefined;
  readonly blackBoxes: StepWorld["blackBoxes"];
  readonly dataRoot: string;
}

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * Runs the steps of all stages, each as soon as what it needs is there, and remembers what they leave.
 *
 * Time is simulated, so stages overlap as they do in BuildKit: of the steps that could start the earliest starts first.
 * When one fails, what had ended by then stays, what was running is CANCELED and not kept.
 */
class Solver {
  readonly #plan: Plan;
  readonly #world: SolveWorld;
  readonly #graph: StageGraph;
  readonly #vertices: Vertex[] = [];
  readonly #writes: Write[] = [];
  /** Steps of this build by key: the same step of two stages is one vertex. */
  readonly #done = new Map<
    string,
    { readonly ground: Ground; readonly vertex: Vertex; readonly end: number }
  >();
  readonly #aligned = new Map<StageWork, (StepInputs | undefined)[]>();
  readonly #proxies: readonly string[];
  readonly #budget = new WorkBudget();
  #ids = 0;
  readonly #searched = new Set<number>();
  #early: { readonly missing: readonly EarlyMissing[]; readonly at: number } | undefined;
  #failure: { readonly step: PlannedStep; readonly outcome: Failed; readonly end: number } | undefined;

  constructor(plan: Plan, world: SolveWorld) {
    this.#plan = plan;
    this.#world = world;
    this.#graph = new StageGraph(plan, world);
    this.#proxies = proxyEnv(world.request.args ?? {});
  }

  solve(): Solved {
    this.#meetMissing(({ kind }) => kind === "context" || kind === "image", 0);
    for (;;) {
      const turn = this.#graph.nextTurn();
      if (!turn || turn.begin >= (this.#failure?.end ?? FOREVER)) break;
      this.#take(turn);
      if (turn.work.next >= turn.work.stage.steps.length) this.#meetMissingInStages();
    }
    this.#tellEarly();
    const { works } = this.#graph;
    const until = this.#failure?.end ?? FOREVER;
    const ends = this.#vertices.map(({ begin = 0, duration }) => begin + duration);
    return {
      vertices: cutOff(this.#vertices, until),
      failure: this.#failure,
      result: this.#failure ? undefined : this.#graph.finished(this.#plan.target)?.ground.result,
      works,
      cache: remember(this.#world.cache, this.#world.request, works.values(), this.#writes, until),
      end: this.#failure?.end ?? Math.max(this.#world.ready.bases, ...ends),
    };
  }

  /** Stages that have become finished are looked through once, for all who read from them. */
  #meetMissingInStages(): void {
    for (const { stage } of this.#graph.works.values()) {
      const done = this.#searched.has(stage.index) ? undefined : this.#graph.finished(stage.index);
      if (!done) continue;
      this.#searched.add(stage.index);
      this.#meetMissing((from) => from.kind === "stage" && from.index === stage.index, done.ready);
    }
  }

  #meetMissing(isFresh: (from: CopyFrom) => boolean, ready: number): void {
    const treeOf = (from: CopyFrom): SourceTree => this.#graph.source(from);
    const found = earlyMissing(this.#graph.works.values(), this.#readsOf, isFresh, treeOf);
    const at = Math.max(ready, this.#world.ready.context);
    const [first] = found;
    if (!first || at >= (this.#failure?.end ?? FOREVER)) return;
    this.#failure = { step: first.step, outcome: missingEarly(first), end: at };
    this.#early = { missing: found, at };
  }

  /** The steps themselves, and what they would have stood on and had no turn, which BuildKit calls CACHED. */
  #tellEarly(): void {
    if (!this.#early) return;
    const { missing, at } = this.#early;
    const none = { begin: at, duration: 0, cost: 0, log: [] };
    const told = new Set(missing.map(({ step }) => step.name));
    for (const { work, step } of missing) {
      for (const name of keptWaiting(work, step, this.#graph.works, this.#readsOf)) {
        if (!told.has(name)) this.#vertices.push({ ...none, name, status: "CACHED" });
        told.add(name);
      }
    }
    for (const each of missing) {
      const { work, step } = each;
      const facts = stepOf(work, step, { started: [], copied: undefined, layer: undefined });
      const { error } = missingEarly(each);
      this.#vertices.push({ ...none, name: step.name, status: "ERROR", error, step: facts });
    }
  }

  #contextPaths(): readonly string[] {
    const reads = this.#plan.stages.flatMap(({ steps }) => steps.flatMap(this.#readsOf));
    return reads.flatMap(({ from, paths }) => (from.kind === "context" ? paths : []));
  }

  readonly #readsOf = (step: PlannedStep): SourceRead[] => sourceReads(step, this.#plan);

  #take(turn: Turn): void {
    const { work, step, begin } = turn;
    const sources = stepSources(this.#readsOf(step), (from) => this.#graph.source(from));
    if ("missing" in sources) {
      this.#fail(turn, inputsOf(step, work.ground, work.base, []), missingSource(step, sources, work.ground));
      return;
    }
    const inputs = inputsOf(step, work.ground, work.base, sources.entries);
    const keys = keysOf(work.ground, inputs, sources);
    const same = keys.map((key) => this.#done.get(key)).find((done) => done !== undefined);
    if (same) {
      advance(work, inputs, same.ground, same.vertex, Math.max(begin, same.end));
      return;
    }
    const asked = step.kind !== "workdir" && this.#ignoresCache(work.stage);
    const ignored = asked || work.ground.anew;
    const known = ignored ? undefined : this.#find(keys);
    if (known) {
      this.#reuse(turn, inputs, keys, known);
      return;
    }
    const outcome = this.#perform(turn, asked);
    if (outcome.kind === "failed") this.#fail(turn, inputs, outcome);
    else this.#keep(turn, inputs, keys, outcome, ignored ? { kind: "no-cache" } : this.#why(work, inputs));
  }

  #find(keys: readonly string[]): CachedResult | undefined {
    for (const key of keys) {
      const found = this.#world.cache.get(key);
      if (found) return found;
    }
    return undefined;
  }

  /** A stage that has no name of its own answers to the empty one. */
  #ignoresCache({ name, index }: PlannedStage): boolean {
    const { noCache } = this.#world.request;
    if (typeof noCache === "boolean" || noCache === undefined) return noCache === true;
    const given = name === `stage-${index}` ? "" : name.toLowerCase();
    return noCache.some((each) => each.toLowerCase() === given);
  }

  #reuse(
    { work, step, begin }: Turn,
    inputs: StepInputs,
    keys: readonly string[],
    known: CachedResult,
  ): void {
    const { started } = known.step;
    const paths = known.step.copied?.paths ?? [];
    const copied = step.kind === "copy" ? { from: step.instruction.from, paths } : undefined;
    const layer =
      known.layer && layerAt(known.layer, { stage: work.stage.index, range: step.instruction.range });
    const told = stepOf(work, step, { started, copied, layer });
    const { cost } = known;
    const vertex: Vertex = {
      name: step.name,
      status: "CACHED",
      log: [],
      begin,
      duration: 0,
      cost,
      step: told,
    };
    const ground = {
      id: known.id,
      tree: known.tree,
      layers: known.layer ? [...work.ground.layers, known.tree] : work.ground.layers,
      result: known,
      below: step.name,
      missed: work.ground.missed,
      anew: false,
    };
    this.#writes.push({ keys, result: known, end: begin, mounts: new Map() });
    this.#finish(work, inputs, keys, ground, vertex);
  }

  #perform({ work, step, begin }: Turn, ignored: boolean): Outcome {
    const { request, network, blackBoxes, dataRoot, began } = this.#world;
    return performStep(step, work.ground, began + begin, {
      source: this.#graph.source(step.kind === "copy" ? step.from : undefined),
      isSent: (folder) =>
        (step.kind === "copy" && step.from.kind !== "context") ||
        isSent(folder.slice(1), this.#world.context, this.#contextPaths()),
      bind: (mount) => {
        const entry = new FileSystem(this.#graph.mounted(mount).tree, () => 0).stat(`/${mount.source ?? ""}`);
        return typeof entry === "string" ? undefined : entry;
      },
      // A build without cache finds cache mounts empty, too (recording build/instr/run-mount-cache).
      caches: () => (ignored ? new Map() : this.#cacheMounts(begin)),
      secrets: request.secrets ?? {},
      proxies: this.#proxies,
      budget: this.#budget,
      network,
      blackBoxes,
      dataRoot,
    });
  }

  /** What cache mounts hold at a time of this build: steps that had ended by then have left their files. */
  #cacheMounts(at: number): ReadonlyMap<string, Directory> {
    const held = new Map(this.#world.cache.mounts);
    for (const { end, mounts } of this.#writes)
      if (end <= at) for (const [id, tree] of mounts) held.set(id, tree);
    return held;
  }

  #keep(
    { work, step, begin }: Turn,
    inputs: StepInputs,
    keys: readonly string[],
    outcome: Done,
    miss: MissReason,
  ): void {
    const { tree, log, duration, started, mounts } = outcome;
    const end = begin + duration;
    const origin = { stage: work.stage.index, range: step.instruction.range };
    const layer = step.history.empty_layer ? undefined : createLayer(work.ground.tree, tree, origin);
    const copied = step.kind === "copy" ? { from: step.instruction.from, paths: outcome.copied } : undefined;
    const told = stepOf(work, step, { started, copied, layer, miss });
    const vertex: Vertex = {
      name: step.name,
      status: "DONE",
      log,
      begin,
      duration,
      cost: duration,
      step: told,
    };
    const id = this.#idOf(keys);
    const created = this.#world.began + end;
    const parent = work.ground.result;
    const result = { id, tree, step: told, cost: duration, created, parent, layer, ...cacheNotes(step) };
    const layers = layer ? [...work.ground.layers, tree] : work.ground.layers;
    const missed = work.ground.missed ?? step.name;
    const ground = { id, tree, layers, result, below: step.name, missed, anew: miss.kind === "no-cache" };
    this.#writes.push({ keys: [...keys, ...preparedFor(step)], result, end, mounts });
    this.#finish(work, inputs, keys, ground, vertex);
  }

  #finish(
    work: StageWork,
    inputs: StepInputs,
    keys: readonly string[],
    ground: Ground,
    vertex: Vertex,
  ): void {
    const end = (vertex.begin ?? 0) + vertex.duration;
    this.#vertices.push(vertex);
    advance(work, inputs, ground, vertex, end);
    for (const key of keys) this.#done.set(key, { ground, vertex, end });
  }

  /** The id belongs to the key: who runs a step again must not lose what was built on it. */
  #idOf(keys: readonly string[]): string {
    return this.#find(keys.toReversed())?.id ?? `#${this.#world.cache.size + this.#ids++}`;
  }

  #fail({ work, step, begin }: Turn, inputs: StepInputs, outcome: Failed): void {
    const { started, log, error, duration } = outcome;
    const end = begin + duration;
    const miss: MissReason = this.#ignoresCache(work.stage) ? { kind: "no-cache" } : this.#why(work, inputs);
    const told = stepOf(work, step, { started, copied: undefined, layer: undefined, miss });
    const vertex: Vertex = {
      name: step.name,
      status: "ERROR",
      error,
      log,
      begin,
      duration,
      cost: duration,
      step: told,
    };
    this.#vertices.push(vertex);
    if (end < (this.#failure?.end ?? FOREVER)) this.#failure = { step, outcome, end };
    advance(work, { ...inputs, failed: true }, work.ground, vertex, FOREVER);
    work.next = FOREVER;
  }

  #why(work: StageWork, inputs: StepInputs): MissReason {
    let aligned = this.#aligned.get(work);
    if (!aligned) {
      const { cache, request } = this.#world;
      aligned = alignRuns(runsOf(cache, request, work.stage), work.stage.steps.map(stepText));
      this.#aligned.set(work, aligned);
    }
    return missReason(aligned[work.next], inputs, work.ground.missed);
  }
}

const missingEarly = ({ step, missing, tree }: EarlyMissing): Failed =>
  missingForKey(step, clean(`/${missing}`), tree, 0);

/** The fast key first: a result by what the sources are made of counts before one by their content. */
function keysOf(ground: Ground, inputs: StepInputs, sources: StepSources): string[] {
  const key = `${ground.id}\n${inputs.operation}`;
  if (sources.entries.length === 0 && sources.slow === "") return [key];
  const slow = `${key}\nholds ${sources.slow}`;
  return sources.fast === undefined ? [slow] : [`${key}\nfrom ${sources.fast}`, slow];
}

function advance(work: StageWork, inputs: StepInputs, ground: Ground, vertex: Vertex, ready: number): void {
  work.inputs.push(inputs);
  work.vertices.push(vertex);
  work.ground = ground;
  work.ready = ready;
  work.next++;
}

function stepOf(
  { stage }: StageWork,
  { number, of, instruction, onbuild }: PlannedStep,
  rest: Pick<Step, "started" | "copied" | "layer" | "miss">,
): Step {
  return { stage: stage.index, stageName: stage.name, number, of, instruction, onbuild, ...rest };
}

/** Builds what a plan says, out of the cache where it can. Never throws for what a learner wrote. */
export const solve = (plan: Plan, world: SolveWorld): Solved => new Solver(plan, world).solve();
