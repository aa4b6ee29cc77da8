import { type BuildCache, partsOfCache } from "../../../build/cache/cache.ts";
import type { BuildResult } from "../../../build/result.ts";
import { isDigestText } from "./digest-shape.ts";
import {
  isFlag,
  isNumber,
  isText,
  listOf,
  mapOf,
  maybe,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
} from "../../../core/shape.ts";
import type { CacheUse, CacheUses } from "../../../daemon/cache/cache-uses.ts";
import type { EngineEvent } from "../../../daemon/events/event.ts";
import type { DockerNetwork } from "../../../daemon/networks/network.ts";
import type { Subnet } from "../../../daemon/networks/subnet.ts";
import type { DaemonState } from "../../../daemon/state.ts";
import type { Volume } from "../../../daemon/volumes/volume.ts";
import type { CarriedJob } from "../../../shell/interactive/carried-job.ts";
import type { Carried } from "../../../shell/interactive/carried.ts";
import { isDirectory } from "../../../vfs/entry-shape.ts";
import type { HostState } from "../../host-state.ts";
import { isResult } from "./result-shape.ts";
import { isContainer } from "./container-shape.ts";
import { isImage } from "./image-shape.ts";
import { isRegistry } from "./registry-shape.ts";

const isCache: Shape<BuildCache> = (value): value is BuildCache =>
  typeof value === "object" && value !== null && partsOfCache(value) !== undefined;

const isVolume = objectOf<Volume>({
  name: isText,
  created: isNumber,
  tree: isDirectory,
  anonymous: isFlag,
  labels: recordOf(isText),
  options: maybe(recordOf(isText)),
});

const subnet = objectOf<Subnet>({ first: isNumber, bits: isNumber });
const isNetwork = objectOf<DockerNetwork>({
  id: isText,
  name: isText,
  driver: oneOf("bridge", "host", "null"),
  created: isNumber,
  subnet: maybe(subnet),
  gateway: isText,
  range: maybe(subnet),
  labels: recordOf(isText),
  options: recordOf(isText),
});

const isEvent = objectOf<EngineEvent>({
  at: isNumber,
  type: oneOf("container", "image", "network", "volume"),
  action: isText,
  id: isText,
  attributes: recordOf(isText),
});

type UsedThing = Parameters<CacheUses["get"]>[0];
const isUsedThing: Shape<UsedThing> = (value): value is UsedThing =>
  typeof value === "string"
    ? /^(?:dockerfile|ignore|context|mount )/.test(value)
    : isDirectory(value) || isResult(value);

const isDaemon = objectOf<DaemonState>({
  images: listOf(isImage),
  references: mapOf(isText, isImage),
  taggedAt: mapOf(isImage, isNumber),
  parents: mapOf(isImage, isImage),
  cache: isCache,
  cachedLayers: (value): value is DaemonState["cachedLayers"] => value instanceof Set,
  sent: maybe(
    objectOf<NonNullable<DaemonState["sent"]>>({
      result: objectOf<BuildResult>({ outcome: oneOf("ok", "error"), sent: listOf(isText) }),
      dockerfile: isNumber,
      ignore: maybe(isNumber),
    }),
  ),
  cacheUses: maybe(
    mapOf<UsedThing, CacheUse>(
      isUsedThing,
      objectOf<CacheUse>({ created: isNumber, used: isNumber, count: isNumber, exported: maybe(isFlag) }),
    ),
  ),
  containers: listOf(isContainer),
  volumes: mapOf(isText, isVolume),
  networks: listOf(isNetwork),
  registries: mapOf(isText, isRegistry),
  pushed: listOf(isImage),
  exported: mapOf(isDigestText, isDirectory),
  events: listOf(isEvent),
  dataRoot: isText,
  time: isNumber,
  counter: isNumber,
});

const isCarried = objectOf<Carried>({
  script: isText,
  aliases: mapOf(isText, isText),
  status: isNumber,
  background: maybe(isNumber),
  jobs: maybe(
    listOf(
      objectOf<CarriedJob>({
        pid: isNumber,
        number: isNumber,
        status: maybe(isNumber),
        until: isNumber,
        ending: maybe(isText),
        text: isText,
        acted: isNumber,
        late: listOf(
          objectOf<CarriedJob["late"][number]>({
            at: isNumber,
            stream: oneOf("stdout", "stderr"),
            text: isText,
          }),
        ),
      }),
    ),
  ),
});

/** A whole machine that somebody wrote down, and nothing else: a text that was made up is refused before it is used. */
export const isHostState: Shape<HostState> = objectOf<HostState>({
  files: isDirectory,
  daemon: isDaemon,
  directory: isText,
  env: mapOf(isText, isText),
  lines: listOf(isText),
  carried: maybe(isCarried),
});
