/** A version as a list of numbers that compares in order (PEP 440): epoch, release padded, pre, post, dev. */
function keyOf(version: string): readonly number[] {
  const match =
    /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?/i.exec(
      version.trim(),
    );
  if (!match) return [0];
  const [, epoch, release = "", pre, preNumber, dash, post, postNumber, dev, devNumber] = match;
  const parts = release.split(".").slice(0, 8).map(Number);
  while (parts.length < 8) parts.push(0);
  const phase =
    pre === undefined
      ? dev !== undefined && post === undefined && dash === undefined
        ? -1
        : 3
      : "abcr".indexOf(pre[0]?.toLowerCase().replace("p", "r") ?? "a");
  const letter = pre !== undefined && /^c$/i.test(pre) ? 3 - 1 : phase;
  return [
    Number(epoch ?? 0),
    ...parts,
    letter,
    Number(preNumber || 0),
    post === undefined && dash === undefined ? -1 : Number(dash ?? (postNumber || 0)),
    dev === undefined ? Number.POSITIVE_INFINITY : Number(devNumber || 0),
  ];
}

const keys = new Map<string, readonly number[]>();

/** The same few hundred versions are compared over and over; what a learner types may not fill the memory. */
function knownKey(version: string): readonly number[] {
  const known = keys.get(version);
  if (known) return known;
  const key = keyOf(version);
  if (keys.size < 2_000) keys.set(version, key);
  return key;
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [knownKey(a), knownKey(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference) return Number.isNaN(difference) ? 0 : difference;
  }
  return 0;
}

const releaseOf = (version: string): string[] => /^\d+(?:\.\d+)*/.exec(version.trim())?.[0].split(".") ?? [];

/** One clause of a specifier set: `>=2.1`, `~=1.4.2`, `==3.*`. */
export function satisfiesClause(version: string, operator: string, wanted: string): boolean {
  if (operator === "===") return version === wanted;
  if (wanted.endsWith(".*")) {
    const prefix = releaseOf(wanted);
    const same = prefix.every((part, at) => Number(releaseOf(version)[at] ?? 0) === Number(part));
    return operator === "!=" ? !same : same;
  }
  const order = compareVersions(version, wanted);
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "~=":
      return order >= 0 && satisfiesClause(version, "==", `${releaseOf(wanted).slice(0, -1).join(".")}.*`);
    default:
      return false;
  }
}
