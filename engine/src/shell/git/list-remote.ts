import { notSimulated } from "../../core/engine-error.ts";
import { globPattern } from "../packages/dpkg/glob-pattern.ts";
import type { Process } from "../process.ts";
import { objectsOf } from "./objects.ts";
import { reach } from "./reach.ts";

/** `git ls-remote URL`: ids and names of what another repository has, annotated tags with the commits that they are of. */
export function listRemote(process: Process, args: readonly string[]): number {
  const flags = args.filter((arg) => arg.startsWith("-"));
  const [url, ...patterns] = args.filter((arg) => !arg.startsWith("-"));
  const unknown = flags.find(
    (flag) => !/^(?:--heads|-h|--branches|-b|--tags|-t|--refs|-q|--quiet|--exit-code)$/.test(flag),
  );
  if (url === undefined || unknown !== undefined)
    throw notSimulated(`git ls-remote ${unknown ?? "without an address"}`, "ask the repository's own");
  const found = reach(process, url);
  if (typeof found === "number") return found;
  const { refs, tags } = objectsOf(found);
  const rows: [string, string][] = [];
  const head = refs.get(`refs/heads/${found.head}`);
  const kinds = flags.flatMap((flag) =>
    /^(?:--heads|-h|--branches|-b)$/.test(flag)
      ? ["refs/heads/"]
      : /^(?:--tags|-t)$/.test(flag)
        ? ["refs/tags/"]
        : [],
  );
  const bare = flags.includes("--refs");
  if (head !== undefined && kinds.length === 0 && !bare) rows.push([head, "HEAD"]);
  for (const [name, id] of refs) {
    if (kinds.length > 0 && !kinds.some((kind) => name.startsWith(kind))) continue;
    rows.push([id, name]);
    const commit = tags.get(id)?.commit;
    if (commit !== undefined && !bare) rows.push([commit, `${name}^{}`]);
  }
  const tails = patterns.map((pattern) => globPattern(`*/${pattern}`));
  const shown = rows.filter(([, name]) => tails.length === 0 || tails.some((tail) => tail.test(`/${name}`)));
  for (const [id, name] of shown) process.stdout.write(`${id}\t${name}\n`);
  return shown.length === 0 && flags.includes("--exit-code") ? 2 : 0;
}
