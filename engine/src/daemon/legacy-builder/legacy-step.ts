import { build } from "../../build/build.ts";
import { emptyCache } from "../../build/cache/cache.ts";
import { createImage, type Image, type Layer } from "../../build/image/image.ts";
import type { BuildRequest } from "../../build/request.ts";
import type { BuildResult } from "../../build/result.ts";
import { isoTime } from "../../core/iso-time.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { diff } from "../../vfs/diff.ts";
import type { Daemon } from "../daemon.ts";
import type { Network } from "../../shell/process.ts";
import { createdBy } from "./created-by.ts";
import { type Before, HERE, miniDockerfile, stageReference } from "./mini-dockerfile.ts";

/** What one instruction made of the image below; `error` as the step's own build tells it. */
export type LegacyStep =
  | { readonly image: Image; readonly createdBy: string; readonly result: BuildResult }
  | { readonly error: string; readonly result: BuildResult };

/** Carries out one instruction on an image; undefined below is `scratch`. A row of history more, and a layer where files changed. */
export function legacyStep(
  daemon: Daemon,
  request: BuildRequest,
  before: Before & {
    readonly below: Image | undefined;
    readonly built: readonly (Image | undefined)[];
    /** What ONBUILD has said in this stage so far. */
    readonly triggers: readonly string[];
  },
  instruction: Instruction,
  network: Network,
): LegacyStep {
  const { below, built } = before;
  const text = miniDockerfile(before, instruction);
  // Triggers of the base have been carried out, those of this stage wait for others: no step has to do with either.
  const known = new Map([
    [HERE, below && withoutTriggers(below)],
    ...built.map((image, i) => [stageReference(i), image] as const),
  ]);
  const { result } = build(
    { ...request, dockerfile: { name: "Dockerfile", text }, target: undefined, labels: {}, tags: [] },
    {
      cache: emptyCache,
      image: (reference) =>
        known.has(reference) ? (known.get(reference) ?? NOTHING) : daemon.resolve(reference),
      clock: daemon.clock,
      network,
      blackBoxes: daemon.blackBoxes,
      dataRoot: daemon.state.dataRoot,
    },
  );
  const { image } = result;
  if (!image) return { error: result.error?.message ?? "", result };
  const added = image.layers.slice(below?.layers.length ?? 0);
  const changed = added.filter(({ lower, upper }) => diff(lower, upper).length > 0);
  const row = createdBy(instruction, image.config.history.at(-1)?.created_by ?? "", {
    shell: shellOf(below),
    directory: below?.config.config.WorkingDir || "/",
    layer: added.at(-1),
    copied: copiedKind(result, instruction),
  });
  const triggers = [...before.triggers, ...(image.config.config.OnBuild ?? [])];
  const made = withRow(below, image, changed, { created_by: row, triggers, time: daemon.state.time });
  return { image: made, createdBy: row, result };
}

const NOTHING: Image = createImage({
  config: { architecture: "amd64", os: "linux", config: {}, history: [] },
  layers: [],
});

function withoutTriggers(image: Image): Image {
  const { OnBuild, ...config } = image.config.config;
  if (!OnBuild) return image;
  return createImage({ config: { ...image.config, config }, layers: image.layers });
}

const shellOf = (image: Image | undefined): readonly string[] =>
  image?.config.config.Shell ?? ["/bin/sh", "-c"];

/** The image with the builder's own row in place of BuildKit's. */
function withRow(
  below: Image | undefined,
  image: Image,
  layers: readonly Layer[],
  {
    created_by,
    triggers,
    time,
  }: { readonly created_by: string; readonly triggers: readonly string[]; readonly time: number },
): Image {
  const { architecture, os, config, author } = image.config;
  const created = isoTime(time);
  const empty = layers.length === 0 ? { empty_layer: true } : {};
  // BuildKit notes that arguments are escaped; the builder before it did so for Windows alone.
  const { ArgsEscaped, OnBuild: _, ...own } = config;
  const kept = {
    ...own,
    ...(below?.config.config.ArgsEscaped !== undefined && ArgsEscaped !== undefined && { ArgsEscaped }),
    ...(triggers.length > 0 && { OnBuild: [...triggers] }),
  };
  return createImage({
    config: {
      created,
      ...(author !== undefined && { author }),
      architecture,
      os,
      config: kept,
      history: [...(below?.config.history ?? []), { created, created_by, ...empty }],
    },
    layers: [...(below?.layers ?? []), ...layers],
  });
}

function copiedKind(result: BuildResult, instruction: Instruction): "file" | "dir" | "multi" {
  if (instruction.kind !== "COPY" && instruction.kind !== "ADD") return "multi";
  const [source = "", ...more] = instruction.sources;
  if (more.length > 0 || /[*?[]/.test(source)) return "multi";
  const paths = result.vertices.findLast(({ step }) => step?.copied)?.step?.copied?.paths ?? [];
  const plain = source.replace(/^\.?\//, "").replace(/\/$/, "");
  return paths.length === 1 && paths[0]?.replace(/^\//, "") === plain ? "file" : "dir";
}
