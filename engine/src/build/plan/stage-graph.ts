import type { Mount } from "../../dockerfile/instruction.ts";
import { type Ground, imageGround, scratch } from "../solve/ground.ts";
import type { Image } from "../image/image.ts";
import { mountSource } from "../run/mount-source.ts";
import type { Plan, PlannedStage, PlannedStep } from "./plan.ts";
import type { StageWork } from "../solve/solved.ts";
import type { CopyFrom, SourceTree } from "../solve/step-sources.ts";

/** What stages take from the world around them. */
export interface GraphWorld {
  readonly context: SourceTree["tree"];
  readonly image: (reference: string) => Image;
  /** Simulated milliseconds from the start of the build: when bases are there, and when the context is. */
  readonly ready: { readonly bases: number; readonly context: number };
}

/** The step that can be taken next, and when it begins. */
export interface Turn {
  readonly work: StageWork;
  readonly step: PlannedStep;
  readonly begin: number;
}

interface Standing {
  readonly ground: Ground;
  readonly ready: number;
}

/** The stages of a build, what each stands on, and which step can be taken when. */
export class StageGraph {
  readonly works: Map<number, StageWork> = new Map();
  readonly #plan: Plan;
  readonly #world: GraphWorld;

  constructor(plan: Plan, world: GraphWorld) {
    this.#plan = plan;
    this.#world = world;
    for (const stage of plan.stages) this.works.set(stage.index, this.#open(stage));
  }

  #open(stage: PlannedStage): StageWork {
    const { start } = stage;
    const image = start.kind === "image" ? this.#world.image(start.reference) : undefined;
    const ground = image ? imageGround(image) : scratch;
    const { bases: ready } = this.#world.ready;
    return {
      stage,
      base: this.#baseOf(start, image),
      image,
      ground,
      next: 0,
      ready,
      inputs: [],
      vertices: [],
    };
  }

  #baseOf(start: PlannedStage["start"], image: Image | undefined): StageWork["base"] {
    if (start.kind === "stage")
      return { reference: this.works.get(start.index)?.stage.name ?? "", digest: "" };
    if (start.kind === "scratch") return { reference: "scratch", digest: "" };
    return { reference: start.reference, digest: image?.layers.at(-1)?.diffId ?? "" };
  }

  /** The step that can start first; in order of the file among equals. */
  nextTurn(): Turn | undefined {
    let best: Turn | undefined;
    for (const work of this.works.values()) {
      const step = work.stage.steps[work.next];
      if (!step) continue;
      const begin = this.#canBegin(work, step);
      if (begin !== undefined && (!best || begin < best.begin)) best = { work, step, begin };
    }
    return best;
  }

  /** What a stage leaves; undefined while it is not through. */
  finished(index: number): Standing | undefined {
    const work = this.works.get(index);
    if (!work || work.next < work.stage.steps.length) return undefined;
    return this.#standing(work);
  }

  /** The tree that a COPY or a mount reads from. */
  source(from: CopyFrom | undefined): SourceTree {
    const ground = from && this.#groundOf(from);
    if (!ground) return { tree: this.#world.context, origin: "context", id: undefined };
    return { tree: ground.tree, origin: "stage", id: ground.id };
  }

  #groundOf(from: CopyFrom): Ground | undefined {
    if (from.kind === "stage") return this.finished(from.index)?.ground ?? scratch;
    if (from.kind === "image") return imageGround(this.#world.image(from.reference));
    return from.kind === "scratch" ? scratch : undefined;
  }

  readonly mounted = (mount: Mount): SourceTree => this.source(mountSource(mount, this.#plan));

  /** What the next step of a stage stands on. A stage without a step of its own yet stands where it starts. */
  #standing(work: StageWork): Standing | undefined {
    const { start } = work.stage;
    return work.next > 0 || start.kind !== "stage" ? work : this.finished(start.index);
  }

  /** When all that a step needs is there; undefined while it waits for another stage. */
  #canBegin(work: StageWork, step: PlannedStep): number | undefined {
    const standing = this.#standing(work);
    if (!standing) return undefined;
    let begin = standing.ready;
    // Documents of the Dockerfile are prepared while the context comes.
    if (step.kind === "copy" && step.contents.length > 0) begin = Math.max(begin, this.#world.ready.context);
    for (const need of this.#needs(step)) {
      if (need.kind === "context") begin = Math.max(begin, this.#world.ready.context);
      if (need.kind !== "stage") continue;
      const other = this.finished(need.index);
      if (!other) return undefined;
      begin = Math.max(begin, other.ready);
    }
    work.ground = standing.ground;
    return begin;
  }

  #needs(step: PlannedStep): CopyFrom[] {
    if (step.kind === "copy") return step.sources.length > 0 ? [step.from] : [];
    if (step.kind === "workdir") return [];
    return step.mounts.flatMap((mount) => mountSource(mount, this.#plan) ?? []);
  }
}
