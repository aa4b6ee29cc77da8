import type { Labels } from "../daemon/prune.ts";

/** `--filter label=KEY[=VALUE]` and `label!=…` of the prune commands as a test; a text where Drydock lacks the filter. */
export function labelFilter(filters: readonly string[]): ((labels: Labels) => boolean) | string {
  const tests: ((labels: Labels) => boolean)[] = [];
  for (const filter of filters) {
    const match = /^label(!?)=([^=]*)(?:=(.*))?$/.exec(filter);
    if (!match)
      return `Drydock does not have the filter ${filter}. The real one would remove only what matches.`;
    const [, not, key = "", value] = match;
    tests.push(
      (labels) =>
        (Object.hasOwn(labels, key) && (value === undefined || labels[key] === value)) !== (not === "!"),
    );
  }
  return (labels) => tests.every((test) => test(labels));
}
