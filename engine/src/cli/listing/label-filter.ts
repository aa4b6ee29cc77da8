import type { Labels } from "../../daemon/prune.ts";
import { moment } from "./moment.ts";

/** Does a prune take the object with these labels that was made then (milliseconds since 1970)? */
export type PruneTest = (labels: Labels, created?: number) => boolean;

/**
 * `--filter label=KEY[=VALUE]`, `label!=…` and `until=TIME` of the prune commands as a test; a text is what the engine says to a
 * filter that it does not know.
 * @param now undefined where these objects have no `until`
 */
export function labelFilter(filters: readonly string[], now?: number): PruneTest | string {
  const tests: PruneTest[] = [];
  for (const filter of filters) {
    const match = /^label(!?)=([^=]*)(?:=(.*))?$/.exec(filter);
    const until = /^until=(.*)$/.exec(filter)?.[1];
    if (match) {
      const [, not, key = "", value] = match;
      tests.push(
        (labels) =>
          (Object.hasOwn(labels, key) && (value === undefined || labels[key] === value)) !== (not === "!"),
      );
    } else if (until !== undefined && now !== undefined) {
      const end = moment(until, now);
      if (end === undefined)
        return `Error response from daemon: failed to parse value as time or duration: ${JSON.stringify(until)}`;
      tests.push((_, created = 0) => created < end);
    } else
      return `Error response from daemon: invalid filter '${filter.split("=", 1)[0]?.replace(/!$/, "")}'`;
  }
  return (labels, created) => tests.every((test) => test(labels, created));
}
