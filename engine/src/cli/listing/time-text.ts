import { humanDuration } from "../../core/duration.ts";
import { isoTime } from "../../core/iso-time.ts";

/** `3 minutes ago`; both in milliseconds since 1970. */
export const ago = (now: number, then: number): string => `${humanDuration((now - then) / 1000)} ago`;

/** `2026-11-02 08:00:00 +0000 UTC`, as the CreatedAt columns say it. */
export const stamp = (time: number): string =>
  `${isoTime(Math.floor(time / 1000) * 1000)
    .replace("T", " ")
    .replace("Z", "")} +0000 UTC`;
