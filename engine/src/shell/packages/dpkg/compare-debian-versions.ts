const order = (char: string | undefined): number =>
  char === undefined || /\d/.test(char)
    ? 0
    : char === "~"
      ? -1
      : /[A-Za-z]/.test(char)
        ? char.charCodeAt(0)
        : char.charCodeAt(0) + 256;

/** One part of a version, letters and numbers in turn (deb-version(7), "Sorting algorithm"). */
function compareParts(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    while ((i < a.length && !/\d/.test(a[i] ?? "")) || (j < b.length && !/\d/.test(b[j] ?? ""))) {
      const difference = order(a[i]) - order(b[j]);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    const [x = "", y = ""] = [/^\d*/.exec(a.slice(i))?.[0], /^\d*/.exec(b.slice(j))?.[0]];
    const [m, n] = [x.replace(/^0+/, ""), y.replace(/^0+/, "")];
    if (m.length !== n.length) return m.length - n.length;
    if (m !== n) return m < n ? -1 : 1;
    i += x.length;
    j += y.length;
  }
  return 0;
}

function parts(version: string): readonly [epoch: string, upstream: string, revision: string] {
  const [, epoch = "", rest = ""] = /^(?:(\d+):)?(.*)$/s.exec(version) ?? [];
  const dash = rest.lastIndexOf("-");
  return dash < 0 ? [epoch, rest, ""] : [epoch, rest.slice(0, dash), rest.slice(dash + 1)];
}

/** Negative, zero or positive, as dpkg orders versions: epoch, upstream version, revision. */
export function compareDebianVersions(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)];
  for (const at of [0, 1, 2] as const) {
    const difference = compareParts(x[at], y[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}
