import { isoTime } from "../../core/iso-time.ts";
import { humanSize } from "../../core/size.ts";
import type { CacheRecord } from "../../daemon/cache/cache-records.ts";
import { ago } from "../listing/time-text.ts";

/** A time as Go prints one: `2026-11-02 08:00:01.25 +0000 UTC`. */
export const goTime = (time: number): string =>
  `${isoTime(time)
    .replace("T", " ")
    .replace(/(?:(\.\d*?)0*)?Z$/, "$1")
    .replace(/\.$/, "")} +0000 UTC`;

/** `docker buildx du --verbose`: a paragraph for each record. */
export const cacheParagraphs = (records: readonly CacheRecord[], now: number): string =>
  records
    .map(
      ({ id, parent, use, mutable, shared, size, description, type }) => `ID:           ${id}
${parent === undefined ? "" : `Parents:\n - ${parent}\n`}Created at:   ${goTime(use.created)}
Mutable:      ${mutable}
Reclaimable:  true
Shared:       ${shared}
Size:         ${humanSize(size)}
Description:  ${description}
Usage count:  ${use.count}
Last used:    ${ago(now, use.used)}
Type:         ${type}

`,
    )
    .join("");

/** `docker builder prune --verbose`: the same with tabs, and without the type. */
export const prunedParagraphs = (records: readonly CacheRecord[], now: number): string =>
  records
    .map(({ id, parent, use, mutable, size, description }) =>
      [
        `ID:\t\t${id}`,
        ...(parent === undefined ? [] : [`Parent:\t\t${parent}`]),
        `Created at:\t${goTime(use.created)}`,
        `Mutable:\t${mutable}`,
        "Reclaimable:\ttrue",
        "Shared:\t\tfalse",
        `Size:\t\t${humanSize(size)}`,
        `Description:\t${description}`,
        `Usage count:\t${use.count}`,
        `Last used:\t${ago(now, use.used)}`,
        "\n",
      ].join("\n"),
    )
    .join("");
