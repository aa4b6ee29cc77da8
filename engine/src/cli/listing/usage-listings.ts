import { humanSize } from "../../core/size.ts";
import { cacheRecords } from "../../daemon/cache/cache-records.ts";
import { referencesOf } from "../../daemon/images/find-image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import { goTime } from "../cache/cache-text.ts";
import { CONTAINER_HEADINGS, containerRow } from "./container-row.ts";
import { imageNames } from "../images/image-names.ts";
import { byAge, IMAGE_HEADINGS, imageRow } from "./image-row.ts";
import type { Listing } from "./rows.ts";
import { sharedBytes } from "./shared-bytes.ts";
import { ago } from "./time-text.ts";
import { VOLUME_HEADINGS, volumeRow } from "./volume-row.ts";

/**
 * What every image, container, volume and remembered step takes (docker/cli formatter/disk_usage.go); an image has one row,
 * under its first tag. `whole` cuts no id.
 */
export const usageListings = (
  state: DaemonState,
  whole: boolean,
): Readonly<Record<"Images" | "Containers" | "Volumes" | "BuildCache", Listing>> => ({
  Images: {
    type: "*formatter.imageContext",
    headings: IMAGE_HEADINGS,
    rows: imageRows(state, whole),
    columns: ["Repository", "Tag", "ID", "CreatedSince", "Size", "SharedSize", "UniqueSize", "Containers"],
    quiet: "ID",
    raw: rawOf("Image", [
      ["repository", "Repository"],
      ["tag", "Tag"],
      ["digest", "Digest"],
      ["image_id", "ID"],
      ["created_at", "CreatedAt"],
      ["virtual_size", "Size"],
    ]),
  },
  Containers: {
    type: "*formatter.ContainerContext",
    headings: CONTAINER_HEADINGS,
    rows: state.containers
      .toReversed()
      .map((one) => containerRow(state, one, { whole, measured: true, own: true })),
    labels: state.containers.toReversed().map(({ config }) => config.Labels ?? {}),
    columns: ["ID", "Image", "Command", "LocalVolumes", "Size", "RunningFor", "Status", "Names"],
    quiet: "ID",
    raw: rawOf("Container", [
      ["container_id", "ID"],
      ["image", "Image"],
      ["command", "Command"],
      ["created_at", "CreatedAt"],
      ["state", "State"],
      ["status", "Status"],
      ["names", "Names"],
      ["labels", "Labels"],
      ["ports", "Ports"],
      ["size", "Size"],
    ]),
  },
  Volumes: {
    type: "*formatter.volumeContext",
    headings: VOLUME_HEADINGS,
    rows: volumeRows(state),
    labels: [...state.volumes.values()].map(({ labels }) => labels),
    columns: ["Name", "Links", "Size"],
    quiet: "Name",
    raw: rawOf("Volume", [
      ["name", "Name"],
      ["driver", "Driver"],
    ]),
  },
  BuildCache: {
    type: "*formatter.buildCacheContext",
    headings: {
      ID: "CACHE ID",
      Parent: "PARENT",
      CacheType: "CACHE TYPE",
      Size: "SIZE",
      CreatedSince: "CREATED",
      CreatedAt: "CREATED AT",
      LastUsedSince: "LAST USED",
      LastUsedAt: "LAST USED AT",
      UsageCount: "USAGE",
      Description: "DESCRIPTION",
      InUse: "IN USE",
      Shared: "SHARED",
    },
    rows: cacheRows(state, whole),
    columns: ["ID", "CacheType", "Size", "CreatedSince", "LastUsedSince", "UsageCount", "Shared"],
    quiet: "ID",
    raw: rawOf("Build Cache", [
      ["build_cache_id", "ID"],
      ["parent_id", "Parent"],
      ["build_cache_type", "CacheType"],
      ["description", "Description"],
      ["created_at", "CreatedAt"],
      ["created_since", "CreatedSince"],
      ["last_used_at", "LastUsedAt"],
      ["last_used_since", "LastUsedSince"],
      ["usage_count", "UsageCount"],
      ["in_use", "InUse"],
      ["shared", "Shared"],
    ]),
  },
});

/** `--format raw`: a paragraph for each object. */
function rawOf(
  type: string,
  fields: readonly (readonly [name: string, field: string])[],
): NonNullable<Listing["raw"]> {
  const all = fields.map(([name, field]) => `${name}: {{.${field}}}\n`).join("");
  return { all: `type: ${type}\n${all}`, quiet: "" };
}

function imageRows(state: DaemonState, whole: boolean): Listing["rows"] {
  const sharedOf = sharedBytes(state.images);
  return state.images
    .toReversed()
    .toSorted(byAge)
    .flatMap((image) =>
      imageNames(
        referencesOf(state, image).filter((name) => !name.includes("@")),
        false,
      )
        .slice(0, 1)
        .map((name) => imageRow(state, image, { ...name, digest: "" }, { whole, shared: sharedOf(image) })),
    );
}

const volumeRows = (state: DaemonState): Listing["rows"] =>
  [...state.volumes.values()].map((volume) => {
    const users = state.containers.filter(({ options }) =>
      options.mounts.some(({ source }) => source === volume.name),
    );
    return {
      ...volumeRow(state.dataRoot, volume),
      Links: String(users.length),
      Size: humanSize(layerSize(emptyDirectory(), volume.tree)),
    };
  });

const cut = (id: string, whole: boolean): string => (whole ? id : id.slice(0, 12));

const cacheRows = (state: DaemonState, whole: boolean): Listing["rows"] =>
  cacheRecords(state).map(({ id, type, description, parent = "", size, shared, use }) => ({
    CacheType: type,
    CreatedAt: goTime(use.created),
    CreatedSince: ago(state.time, use.created),
    Description: description,
    ID: cut(id, whole),
    InUse: "false",
    LastUsedAt: goTime(use.used),
    LastUsedSince: ago(state.time, use.used),
    Parent: cut(parent, whole),
    UsageCount: String(use.count),
    Size: humanSize(size),
    Shared: String(shared),
  }));
