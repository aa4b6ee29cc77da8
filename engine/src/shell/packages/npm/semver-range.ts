type Version = readonly [number, number, number];

const read = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text
    .replace(/^[v=]+/, "")
    .split(/[.+-]/)
    .map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch];
};
const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Does a version satisfy an npm range (`^5.1.0`, `~2`, `>=1 <3`, `1.x || 2`)? undefined: not a range that is understood. */
export function satisfiesRange(version: string, range: string): boolean | undefined {
  const mine = read(version);
  const one = (clause: string): boolean | undefined => {
    const match =
      /^(\^|~|>=|<=|>|<|=)?\s*v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:[-+][\w.]+)?$/.exec(clause);
    if (!match) return undefined;
    const [, operator = "", ...parts] = match;
    const known = parts.map((part) => (part === undefined || /[xX*]/.test(part) ? undefined : Number(part)));
    const [major, minor, patch] = known;
    if (major === undefined) return true;
    const low: Version = [major, minor ?? 0, patch ?? 0];
    const upTo = (limit: Version): boolean => compare(mine, low) >= 0 && compare(mine, limit) < 0;
    switch (operator) {
      case "^":
        return upTo(
          major > 0 || minor === undefined
            ? [major + 1, 0, 0]
            : minor > 0 || patch === undefined
              ? [0, minor + 1, 0]
              : [0, 0, patch + 1],
        );
      case "~":
        return upTo(minor === undefined ? [major + 1, 0, 0] : [major, minor + 1, 0]);
      case ">=":
        return compare(mine, low) >= 0;
      case "<=":
        return compare(mine, low) <= 0;
      case ">":
        return compare(mine, low) > 0;
      case "<":
        return compare(mine, low) < 0;
      default:
        return minor === undefined
          ? upTo([major + 1, 0, 0])
          : patch === undefined
            ? upTo([major, minor + 1, 0])
            : compare(mine, low) === 0;
    }
  };
  const text = range.trim();
  if (text === "" || text === "*" || text === "latest") return true;
  let understood = true;
  const result = text.split("||").some((group) =>
    group
      .trim()
      .replaceAll(/([<>=~^])\s+/g, "$1")
      .split(/\s+/)
      .every((clause) => {
        const holds = one(clause);
        if (holds === undefined) understood = false;
        return holds ?? false;
      }),
  );
  return understood ? result : undefined;
}
