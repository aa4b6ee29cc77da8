import { humanSize } from "../core/size.ts";
import { cacheRecords } from "../daemon/cache-records.ts";
import { referencesOf } from "../daemon/find-image.ts";
import type { DaemonState } from "../daemon/state.ts";
import { emptyDirectory } from "../vfs/file-system.ts";
import { layerSize } from "../vfs/layer-tar.ts";
import { CONTAINER_HEADINGS, containerRow } from "./container-row.ts";
import { imageNames } from "./image-names.ts";
import { byAge, IMAGE_HEADINGS, imageRow } from "./image-row.ts";
import type { Listing } from "./rows.ts";
import { sharedBytes } from "./shared-bytes.ts";
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
  },
  Volumes: {
    type: "*formatter.volumeContext",
    headings: VOLUME_HEADINGS,
    rows: volumeRows(state),
    labels: [...state.volumes.values()].map(({ labels }) => labels),
    columns: ["Name", "Links", "Size"],
    quiet: "Name",
  },
  BuildCache: {
    type: "*formatter.buildCacheContext",
    headings: {
      ID: "CACHE ID",
      Parent: "PARENT",
      CacheType: "CACHE TYPE",
      Size: "SIZE",
      InUse: "IN USE",
      Shared: "SHARED",
    },
    rows: cacheRows(state, whole),
    columns: ["ID", "CacheType", "Size", "Shared"],
    quiet: "ID",
  },
});

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

/** When a step was made and last used is not kept, so there are no columns for it. */
const cacheRows = (state: DaemonState, whole: boolean): Listing["rows"] =>
  cacheRecords(state).map(({ id, size, local, shared }) => ({
    ID: whole ? id : id.slice(0, 12),
    Parent: "",
    CacheType: local ? "source.local" : "regular",
    Size: humanSize(size),
    InUse: "false",
    Shared: String(shared),
  }));
