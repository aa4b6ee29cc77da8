import { shortId } from "../core/digest.ts";
import { parseIsoTime } from "../core/iso-time.ts";
import { humanSize } from "../core/size.ts";
import type { Image, Layer } from "../build/image.ts";
import { cacheRecords } from "../daemon/cache-records.ts";
import { treeAt } from "../daemon/container.ts";
import { referencesOf } from "../daemon/find-image.ts";
import type { DaemonState } from "../daemon/state.ts";
import { familiarName, parseReference } from "../oci/reference.ts";
import { emptyDirectory } from "../vfs/file-system.ts";
import { layerSize } from "../vfs/layer-tar.ts";
import { commandText, statusText } from "./container-text.ts";
import { ellipsis, tabulate } from "./text/table.ts";
import { ago } from "./time-text.ts";

type Rows = readonly (readonly string[])[];

const table = (rows: Rows): string => `${tabulate(rows.map((row) => row.join("\t")).join("\n"))}\n`;

/** `docker system df -v`: what every image, container, volume and remembered step takes (docker/cli formatter/disk_usage.go). */
export function usageTables(state: DaemonState): string {
  const cached = cacheRecords(state);
  const sum = humanSize(
    cached.reduce((total, { size }) => total + size, 0),
    4,
  );
  return [
    `Images space usage:\n\n${table(imageRows(state))}`,
    `Containers space usage:\n\n${table(containerRows(state))}`,
    `Local Volumes space usage:\n\n${table(volumeRows(state))}`,
    `Build cache usage: ${sum}\n\n${table(cacheRows(state))}`,
  ].join("\n");
}

function imageRows(state: DaemonState): Rows {
  const holders = new Map<Layer, number>();
  for (const { layers } of state.images)
    for (const layer of new Set(layers)) holders.set(layer, (holders.get(layer) ?? 0) + 1);
  const sharedBy = ({ layers }: Image): number =>
    layers.reduce((total, layer) => total + ((holders.get(layer) ?? 0) > 1 ? layer.size : 0), 0);
  const rows = state.images.toReversed().flatMap((image) => {
    const shared = sharedBy(image);
    const names = referencesOf(state, image).filter((name) => !name.includes("@"));
    const users = state.containers.filter((one) => one.image === image).length;
    return (names.length > 0 ? names : ["<none>:<none>"]).map((name) => {
      const [, repository = "", tag = ""] = /^(.*):([^:]*)$/.exec(familiar(name)) ?? [];
      return [
        repository,
        tag,
        shortId(image.id),
        ago(state.time, parseIsoTime(image.config.created ?? "") ?? 0),
        humanSize(image.size),
        humanSize(shared),
        humanSize(image.size - shared),
        String(users),
      ];
    });
  });
  return [
    ["REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE", "SHARED SIZE", "UNIQUE SIZE", "CONTAINERS"],
    ...rows,
  ];
}

function familiar(name: string): string {
  const parsed = parseReference(name);
  return "error" in parsed ? name : familiarName(parsed);
}

const containerRows = (state: DaemonState): Rows => [
  ["CONTAINER ID", "IMAGE", "COMMAND", "LOCAL VOLUMES", "SIZE", "CREATED", "STATUS", "NAMES"],
  ...state.containers
    .toReversed()
    .map((one) => [
      shortId(one.id),
      one.imageName,
      JSON.stringify(ellipsis(commandText(one), 20)),
      String(one.options.mounts.filter(({ kind }) => kind === "volume").length),
      humanSize(layerSize(one.image.tree, treeAt(one, state.time))),
      ago(state.time, one.created),
      statusText(one, state.time),
      one.name,
    ]),
];

const volumeRows = (state: DaemonState): Rows => [
  ["VOLUME NAME", "LINKS", "SIZE"],
  ...[...state.volumes.values()].map(({ name, tree }) => [
    name,
    String(
      state.containers.filter(({ options }) => options.mounts.some(({ source }) => source === name)).length,
    ),
    humanSize(layerSize(emptyDirectory(), tree)),
  ]),
];

/** When a step was made and last used is not kept, so it is told as now. */
const cacheRows = (state: DaemonState): Rows => [
  ["CACHE ID", "CACHE TYPE", "SIZE"],
  ...cacheRecords(state).map(({ id, size, local }) => [
    id.slice(0, 12),
    local ? "source.local" : "regular",
    humanSize(size),
  ]),
];
