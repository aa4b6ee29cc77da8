import { parseDockerfile } from "../dockerfile/parse.ts";
import { applyIgnore, parseIgnore } from "../context/ignore.ts";
import { EngineError } from "../core/engine-error.ts";
import type { ImageConfig } from "../oci/image-config.ts";
import type { Directory } from "../vfs/entry.ts";
import { assembleImage } from "./image/assemble-image.ts";
import { refuseBuilderArgs } from "./plan/builder-args.ts";
import type { BuildCache } from "./cache/cache.ts";
import { cost } from "./solve/cost.ts";
import { drydockFailure } from "./plan/drydock-error.ts";
import type { Image } from "./image/image.ts";
import {
  archiveVertices,
  definitionVertex,
  exportVertex,
  ignoreVertex,
  metadataVertex,
} from "./plan/internal-vertices.ts";
import { includesProblem } from "./copy/included-paths.ts";
import { loadFrontend } from "./plan/load-frontend.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { Plan, RunMachine } from "./plan/plan.ts";
import type { BuildHost, BuildRequest } from "./request.ts";
import type { BuildError, BuildResult, BuiltStage, Vertex } from "./result.ts";
import { solve } from "./solve/solve.ts";
import { wantsHostNetwork } from "./run/run-network.ts";
import type { Solved } from "./solve/solved.ts";
import { stageVertices } from "./plan/stage-vertices.ts";

/** Stages of one Dockerfile. They may stand on one another, and are walked that deep. */
const STAGES = 500;

/** A build that is over, and the cache with what it left. */
export interface Built {
  readonly result: BuildResult;
  readonly cache: BuildCache;
}

const nothing: Omit<BuildResult, "outcome" | "error"> = {
  image: undefined,
  problems: [],
  vertices: [],
  stages: [],
  sent: [],
  warnings: [],
  target: 0,
};

const builtStage = ({ index, name, start }: Plan["stages"][number]): BuiltStage => ({
  index,
  name,
  base: start.kind === "image" ? start.reference : undefined,
  parent: start.kind === "stage" ? start.index : undefined,
});

/** One `docker build`: the Dockerfile is read, planned and solved. */
class Build {
  readonly #request: BuildRequest;
  readonly #host: BuildHost;
  readonly #vertices: Vertex[];
  readonly #metadata = new Map<string, Image | { readonly error: string }>();
  readonly #began: number;
  #elapsed: number = cost.definition;

  constructor(request: BuildRequest, host: BuildHost) {
    this.#request = request;
    this.#host = host;
    this.#began = host.clock.now();
    this.#vertices = request.archived ? archiveVertices() : [definitionVertex(request)];
  }

  run(): Built {
    const { name, text } = this.#request.dockerfile;
    if (text === undefined) {
      return this.#fail({
        message: `failed to read dockerfile: open ${name}: no such file or directory`,
        range: undefined,
      });
    }
    const dockerfile = parseDockerfile(text);
    const frontend = loadFrontend(
      dockerfile,
      (reference) => this.#host.image(reference),
      this.#elapsed,
      this.#request.args?.["BUILDKIT_SYNTAX"],
    );
    this.#vertices.push(...frontend.vertices);
    if (frontend.error) return this.#fail(frontend.error);
    if (dockerfile.stages.length > STAGES) throw new EngineError("LIMIT", { what: "stages", limit: STAGES });
    const ignore = parseIgnore(this.#request.ignore ?? "");
    const { target, args, labels, check } = this.#request;
    const planned = makePlan(
      dockerfile,
      { target, args, labels, platform: this.#host.platform, ignore, check },
      (reference) => this.#config(reference),
    );
    this.#loadMetadata();
    if ("error" in planned) {
      if (planned.error.based) this.#loadIgnore();
      const { problems } = dockerfile;
      // A problem knows its own place, which is not always where BuildKit says it is.
      const error = problems.find(({ message }) => message === planned.error.message) ?? planned.error;
      const { ranges } = planned.error;
      const frames = ranges.length > 1 && { frames: ranges.toReversed() };
      return this.#fail({ ...error, ...frames }, { warnings: planned.warnings, problems });
    }
    this.#loadIgnore();
    if (check) {
      const { warnings, target: index, stages } = planned.plan;
      this.#host.clock.elapse(this.#elapsed);
      const result = {
        ...nothing,
        outcome: "ok" as const,
        error: undefined,
        vertices: this.#vertices,
        warnings,
        target: index,
        stages: stages.map(builtStage),
      };
      return { result, cache: this.#host.cache };
    }
    if (ignore.error !== undefined) {
      return this.#fail({
        message: ignore.error,
        range: undefined,
      });
    }
    refuseBuilderArgs(args ?? {});
    const plan = onMachine(planned.plan, this.#request.machine);
    const allowed = this.#request.allowed ?? [];
    if (wantsHostNetwork(plan) && !allowed.includes("network.host")) {
      const message = "failed to load LLB: network.host is not allowed";
      return this.#fail({ message, range: undefined }, { warnings: planned.warnings });
    }
    const { tree, sent } = applyIgnore(this.#request.context, ignore);
    return this.#solve(plan, tree, sent);
  }

  #image(reference: string): Image | { readonly error: string } {
    const known = this.#metadata.get(reference);
    if (known) return known;
    const image = this.#host.image(reference);
    this.#metadata.set(reference, image);
    return image;
  }

  #config(reference: string): ImageConfig | { readonly error: string } {
    const image = this.#image(reference);
    if (!("error" in image)) return image.config;
    return { error: `failed to resolve source metadata for ${reference}: ${image.error}` };
  }

  #loadMetadata(): void {
    for (const [reference, image] of this.#metadata)
      this.#vertices.push(metadataVertex(reference, "error" in image ? image.error : undefined));
    if (this.#metadata.size > 0) this.#elapsed += cost.metadata;
  }

  #loadIgnore(): void {
    if (this.#request.ownIgnore || this.#request.archived) return;
    this.#vertices.push(ignoreVertex(this.#request, this.#elapsed));
    this.#elapsed += cost.ignore;
  }

  #solve(plan: Plan, context: Directory, sent: readonly string[]): Built {
    const image = (reference: string): Image => {
      const found = this.#image(reference);
      if ("error" in found) throw new Error(`planned without its image: ${reference}`);
      return found;
    };
    const request = this.#request;
    const { cache, network, blackBoxes, dataRoot = "/var/lib/docker" } = this.#host;
    const digest = (reference: string): string | undefined => this.#host.digest?.(reference);
    const sentAs = request.archived ? "archive" : "files";
    const { vertices, ready } = stageVertices(plan, {
      context,
      sentAs,
      begin: this.#elapsed,
      cache,
      digest,
    });
    const unread = request.archived ? undefined : includesProblem(plan);
    if (unread !== undefined) {
      const told = vertices.map((vertex): Vertex =>
        isContext(vertex) ? { ...vertex, status: "ERROR", error: unread } : vertex,
      );
      this.#vertices.push(...told);
      return this.#fail({ message: unread, range: undefined }, { warnings: plan.warnings });
    }
    this.#vertices.push(...vertices);
    const solved = solve(plan, {
      request,
      context,
      cache,
      began: this.#began,
      ready,
      image,
      network,
      blackBoxes,
      dataRoot,
    });
    this.#vertices.push(...solved.vertices);
    this.#elapsed = Math.max(this.#elapsed, solved.end);
    const planned = plan.stages.reduce((sum, { steps }) => sum + steps.length, 0);
    const { warnings, target } = plan;
    const told = { stages: plan.stages.map(builtStage), warnings, target, sent, planned };
    const { failure } = solved;
    if (failure) {
      const { message, drydock, placeless } = failure.outcome;
      const range = placeless ? undefined : failure.step.instruction.range;
      return this.#fail({ message, range, ...(drydock && { drydock }) }, told, solved.cache);
    }
    return this.#succeed(plan, solved, told);
  }

  #succeed(plan: Plan, solved: Solved, told: Partial<BuildResult>): Built {
    const image = assembleImage(plan, solved.result, solved.works.get(rootOf(plan))?.image);
    const fresh = solved.vertices.some(({ status }) => status !== "CACHED");
    const last = exportVertex(
      () => image.id,
      this.#request.tags ?? [],
      this.#elapsed,
      fresh,
      image.layers.length,
    );
    this.#vertices.push(last);
    this.#host.clock.elapse(this.#elapsed + last.duration);
    const vertices = this.#vertices;
    return {
      result: { ...nothing, ...told, outcome: "ok", error: undefined, image, vertices },
      cache: solved.cache,
    };
  }

  #fail(error: BuildError, told: Partial<BuildResult> = {}, cache: BuildCache = this.#host.cache): Built {
    this.#host.clock.elapse(this.#elapsed);
    const { message, range, told: place, frames, drydock } = error;
    const plain = {
      message,
      range,
      ...(place && { told: place }),
      ...(frames && { frames }),
      ...(drydock && { drydock }),
    };
    return {
      result: { ...nothing, ...told, outcome: "error", error: plain, vertices: this.#vertices },
      cache,
    };
  }
}

const isContext = ({ name }: Vertex): boolean => name === "[internal] load build context";

/** The plan with what the command line says of the machine; it counts for every RUN. */
const onMachine = (plan: Plan, machine: RunMachine | undefined): Plan =>
  machine === undefined
    ? plan
    : {
        ...plan,
        stages: plan.stages.map((stage) => ({
          ...stage,
          steps: stage.steps.map((step) => (step.kind === "run" ? { ...step, machine } : step)),
        })),
      };

/** The stage at the bottom of the target: the one that starts from an image or from scratch. */
function rootOf({ stages, target }: Plan): number {
  const byIndex = new Map(stages.map((stage) => [stage.index, stage]));
  let index = target;
  for (;;) {
    const start = byIndex.get(index)?.start;
    if (start?.kind !== "stage") return index;
    ({ index } = start);
  }
}

/**
 * Builds an image, and tells all that happened on the way.
 *
 * Synchronous and pure but for the host's clock, which moves on by the simulated time of the build. Whatever a learner
 * wrote comes back as a result; only bugs of Drydock are thrown.
 */
export function build(request: BuildRequest, host: BuildHost): Built {
  const run = new Build(request, host);
  try {
    return run.run();
  } catch (error) {
    const known = drydockFailure(error);
    if (!known) throw error;
    const { message, drydock } = known;
    const vertices = [definitionVertex(request)];
    const result: BuildResult = {
      ...nothing,
      outcome: "error",
      error: { message, range: undefined, drydock },
      vertices,
    };
    return { result, cache: host.cache };
  }
}
