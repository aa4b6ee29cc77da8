/**
 * Docker's words for a wrong number of arguments (docker/cli cli/required.go); the slip in the text for "at most" is
 * Docker's own [recording cli/images/filter].
 */
export function arityError(
  name: string,
  usage: string,
  [min, max]: readonly [number, number],
  given: number,
  countsNone = false,
): string | undefined {
  if (given >= min && given <= max) return undefined;
  const count = (n: number): string => `${n} argument${n === 1 ? "" : "s"}`;
  const [rule, hint] =
    max === 0 && !countsNone
      ? ["accepts no arguments", "Run"]
      : min === max
        ? [`requires ${count(min)}`, "Run"]
        : max === Infinity
          ? [`requires at least ${count(min)}`, "See"]
          : min === 0
            ? [`requires at most ${count(max)}`, "SRun"]
            : [`requires at least ${min} and at most ${count(max)}`, "Run"];
  return `docker: '${name}' ${rule}\n\nUsage:  ${`${name} ${usage}`.trimEnd()}\n\n${hint} '${name} --help' for more information`;
}
