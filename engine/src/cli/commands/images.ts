import type { Image } from "../../build/image.ts";
import { matchPath } from "../../context/match.ts";
import { parseIsoTime } from "../../core/iso-time.ts";
import { shortId } from "../../core/digest.ts";
import { humanSize } from "../../core/size.ts";
import { findImage, referencesOf } from "../../daemon/find-image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { familiarName, familiarRepository, parseReference } from "../../oci/reference.ts";
import { FORMAT_HELP } from "../format-help.ts";
import type { Command } from "../command.ts";
import { ago, stamp } from "../time-text.ts";
import { printRows } from "../rows.ts";

const NONE = "<none>";

/** One name of an image. */
interface Name {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const createdAt = (image: Image): number => parseIsoTime(image.config.created ?? "") ?? 0;

export const images: Command = {
  names: ["images", "image ls"],
  aliases: { "image list": "image ls" },
  usage: "[OPTIONS] [REPOSITORY[:TAG]]",
  summary: "List images",
  arity: [0, 1],
  flags: [
    { name: "all", short: "a", kind: "bool", shown: "hides intermediate images", help: "Show all images" },
    { name: "digests", kind: "bool", help: "Show digests" },
    {
      name: "filter",
      short: "f",
      kind: "list",
      value: "filter",
      help: "Filter output based on conditions provided",
    },
    { name: "format", kind: "string", help: FORMAT_HELP },
    { name: "no-trunc", kind: "bool", help: "Don't truncate output" },
    { name: "quiet", short: "q", kind: "bool", help: "Only show image IDs" },
    {
      name: "tree",
      kind: "bool",
      help: "List multi-platform images as a tree (EXPERIMENTAL)",
      lacking: "list the platforms of each image as a tree (experimental)",
    },
  ],
  run(call) {
    const { state } = call.daemon;
    const filters = [...call.all("filter"), ...call.args.map((name) => `reference=${name}`)];
    const chosen = choose(state, filters, call.on("all"));
    if ("error" in chosen) return call.fail(`Error response from daemon: ${chosen.error}`);
    const digests = call.on("digests") || call.get("format").includes(".Digest");
    const rows = chosen.flatMap(({ image, names }) =>
      tableNames(names, digests).map(({ repository, tag, digest }) => ({
        Containers: String(state.containers.filter((container) => container.image === image).length),
        CreatedAt: stamp(createdAt(image)),
        CreatedSince: ago(state.time, createdAt(image)),
        Digest: digest,
        ID: call.on("no-trunc") ? image.id : shortId(image.id),
        Repository: repository,
        SharedSize: "N/A",
        Size: humanSize(image.size),
        Tag: tag,
        UniqueSize: "N/A",
        VirtualSize: humanSize(image.size, 4),
      })),
    );
    return printRows(
      call,
      {
        type: "*formatter.imageContext",
        headings: {
          Containers: "CONTAINERS",
          CreatedAt: "CREATED AT",
          CreatedSince: "CREATED",
          Digest: "DIGEST",
          ID: "IMAGE ID",
          Repository: "REPOSITORY",
          SharedSize: "SHARED SIZE",
          Size: "SIZE",
          Tag: "TAG",
          UniqueSize: "UNIQUE SIZE",
          VirtualSize: "SIZE",
        },
        rows,
        columns: call.on("digests")
          ? ["Repository", "Tag", "Digest", "ID", "CreatedSince", "Size"]
          : ["Repository", "Tag", "ID", "CreatedSince", "Size"],
        quiet: "ID",
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};

/** The images that pass all filters, newest first, with the names that pass. What only stands below another is left out, unless `all`. */
function choose(
  state: DaemonState,
  filters: readonly string[],
  all: boolean,
): { image: Image; names: readonly string[] }[] | { readonly error: string } {
  const below = all ? new Set() : new Set(state.parents.values());
  let chosen = state.images
    .map((image) => ({ image, names: referencesOf(state, image) }))
    .filter(({ image, names }) => names.length > 0 || !below.has(image))
    .reverse();
  const patterns: string[] = [];
  for (const filter of filters) {
    const at = filter.indexOf("=");
    const key = at < 0 ? filter : filter.slice(0, at);
    const value = at < 0 ? "" : filter.slice(at + 1);
    if (at < 0) return { error: `invalid filter '${filter}'` };
    if (key === "reference") patterns.push(value);
    else if (key === "dangling") {
      if (!/^(true|false|0|1)$/.test(value)) return { error: `invalid filter 'dangling=[${value}]'` };
      const want = value === "true" || value === "1";
      chosen = chosen.filter(({ names }) => (names.length === 0) === want);
    } else if (key === "label") {
      const [name = "", wanted] = value.split(/=(.*)/s);
      chosen = chosen.filter(({ image }) => {
        const labels = image.config.config.Labels ?? {};
        return Object.hasOwn(labels, name) && (wanted === undefined || labels[name] === wanted);
      });
    } else if (key === "before" || key === "since") {
      const other = findImage(state, value);
      if ("error" in other) return { error: other.error };
      const limit = createdAt(other);
      chosen = chosen.filter(({ image }) =>
        key === "before" ? createdAt(image) < limit : createdAt(image) > limit,
      );
    } else if (key === "until") {
      const limit = parseIsoTime(value) ?? state.time - seconds(value) * 1000;
      chosen = chosen.filter(({ image }) => createdAt(image) < limit);
    } else return { error: `invalid filter '${key}'` };
  }
  if (patterns.length > 0) {
    chosen = chosen
      .map(({ image, names }) => ({
        image,
        names: names.filter((name) => patterns.some((pattern) => matches(pattern, name))),
      }))
      .filter(({ names }) => names.length > 0);
  }
  return chosen.toSorted(
    (a, b) => Math.floor(createdAt(b.image) / 1000) - Math.floor(createdAt(a.image) / 1000),
  );
}

/** Go duration of days at most: `10m`, `1h30m`. */
const seconds = (text: string): number =>
  [...text.matchAll(/(\d+)([hms])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (unit === "h" ? 3600 : unit === "m" ? 60 : 1),
    0,
  );

function matches(pattern: string, name: string): boolean {
  const reference = parseReference(name);
  if ("error" in reference) return false;
  return matchPath(pattern, familiarName(reference)) || matchPath(pattern, familiarRepository(reference));
}

/** The rows of one image: a row a tag, and with digests a row for each pair (docker/cli formatter/image.go). */
function tableNames(names: readonly string[], digests: boolean): Name[] {
  const byRepository = new Map<string, { tags: string[]; digests: string[] }>();
  for (const name of names) {
    const reference = parseReference(name);
    if ("error" in reference) continue;
    const repository = familiarRepository(reference);
    const group = byRepository.get(repository) ?? { tags: [], digests: [] };
    byRepository.set(repository, group);
    if (reference.digest !== undefined) group.digests.push(reference.digest);
    else group.tags.push(reference.tag ?? "latest");
  }
  const rows: Name[] = [];
  for (const [repository, group] of byRepository) {
    const tags = group.tags.length > 0 ? group.tags : [NONE];
    const sums = digests && group.digests.length > 0 ? group.digests : [NONE];
    for (const digest of sums) for (const tag of tags) rows.push({ repository, tag, digest });
  }
  return rows.length > 0 ? rows : [{ repository: NONE, tag: NONE, digest: NONE }];
}
