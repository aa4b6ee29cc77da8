import type { Volume } from "../../daemon/volumes/volume.ts";

export const VOLUME_HEADINGS: Readonly<Record<string, string>> = {
  Availability: "AVAILABILITY",
  Driver: "DRIVER",
  Group: "GROUP",
  Labels: "LABELS",
  Links: "LINKS",
  Mountpoint: "MOUNTPOINT",
  Name: "VOLUME NAME",
  Scope: "SCOPE",
  Size: "SIZE",
  Status: "STATUS",
};

/** A volume as a row (docker/cli formatter/volume.go); how large it is and who uses it is told where somebody has looked. */
export const volumeRow = (dataRoot: string, { name, labels }: Volume): Record<string, string> => ({
  Availability: "N/A",
  Driver: "local",
  Group: "N/A",
  Labels: Object.entries(labels)
    .map((pair) => pair.join("="))
    .join(","),
  Links: "N/A",
  Mountpoint: `${dataRoot}/volumes/${name}/_data`,
  Name: name,
  Scope: "local",
  Size: "N/A",
  Status: "N/A",
});
