import type { Image } from "../../build/image/image.ts";
import { isoTime } from "../../core/iso-time.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";
import { familiarName, parseReference } from "../../oci/reference.ts";
import { cacheId } from "../cache/cache-records.ts";
import { chainIds } from "./chain-ids.ts";
import { referencesOf } from "./find-image.ts";
import type { DaemonState } from "../state.ts";

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** `docker image inspect` as Docker 28 answers: same fields, same order [recording cli/images/inspect]. */
export function inspectImage(state: DaemonState, image: Image): { readonly [key: string]: Json } {
  const names = referencesOf(state, image).map((name) => {
    const reference = parseReference(name);
    return "error" in reference ? name : familiarName(reference);
  });
  const { config } = image;
  const last = config.history.at(-1);
  const tagged = state.taggedAt.get(image);
  return {
    Id: image.id,
    RepoTags: names.filter((name) => !name.includes("@")),
    RepoDigests: names.filter((name) => name.includes("@")),
    Parent: state.parents.get(image)?.id ?? "",
    Comment: last?.comment ?? "",
    Created: config.created ?? "0001-01-01T00:00:00Z",
    DockerVersion: "",
    Author: config.author ?? "",
    Architecture: config.architecture,
    ...(config.variant !== undefined && { Variant: config.variant }),
    Os: config.os,
    Size: image.size,
    GraphDriver: graphDriver(state.dataRoot, image),
    RootFS: { Type: "layers", Layers: image.layers.map(({ diffId }) => diffId) },
    Metadata: { LastTagTime: tagged === undefined ? "0001-01-01T00:00:00Z" : isoTime(tagged) },
    Config: configJson(config.config),
  };
}

/** Go writes the keys of a map in order. */
const sorted = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Docker's order of the fields: alphabetical, with `null` for lists and maps that are not there. */
function configJson(config: ContainerConfig): { readonly [key: string]: Json } {
  const health = config.Healthcheck;
  return {
    ...(config.ArgsEscaped && { ArgsEscaped: true }),
    Cmd: config.Cmd ?? null,
    Entrypoint: config.Entrypoint ?? null,
    Env: config.Env ?? null,
    ...(config.ExposedPorts && { ExposedPorts: sorted(config.ExposedPorts) }),
    ...(health && { Healthcheck: { ...health } }),
    Labels: config.Labels ? sorted(config.Labels) : null,
    OnBuild: config.OnBuild ?? null,
    ...(config.Shell && { Shell: config.Shell }),
    ...(config.StopSignal && { StopSignal: config.StopSignal }),
    User: config.User ?? "",
    Volumes: config.Volumes ? sorted(config.Volumes) : null,
    WorkingDir: config.WorkingDir ?? "",
  };
}

/** Folders of the engine that stand for the layers; their names are made up of the chain, as nobody can see them. */
function graphDriver(root: string, image: Image): Json {
  const folders = chainIds(image.layers).map((chain) => `${root}/overlay2/${cacheId(`folder ${chain}`)}`);
  const top = folders.pop() ?? `${root}/overlay2`;
  const lower = folders
    .reverse()
    .map((folder) => `${folder}/diff`)
    .join(":");
  return {
    Data: {
      ...(lower && { LowerDir: lower }),
      MergedDir: `${top}/merged`,
      UpperDir: `${top}/diff`,
      WorkDir: `${top}/work`,
    },
    Name: "overlay2",
  };
}
