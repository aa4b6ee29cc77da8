import type { Image } from "../../build/image/image.ts";
import { isBadPattern, matchPath } from "../../context/match.ts";
import { findImage, referencesOf } from "../../daemon/images/find-image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { familiarName, familiarRepository, parseReference } from "../../oci/reference.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Call, Command } from "../command.ts";
import { imageNames } from "../images/image-names.ts";
import { byAge, createdAt, IMAGE_HEADINGS, imageRow } from "../listing/image-row.ts";
import { imageTree } from "../listing/image-tree.ts";
import { moment } from "../listing/moment.ts";
import { printRows } from "../listing/rows.ts";

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
    { name: "tree", kind: "bool", help: "List multi-platform images as a tree (EXPERIMENTAL)" },
  ],
  run(call) {
    const { state } = call.daemon;
    const tree = call.on("tree");
    const refused = tree && NOT_A_TREE.find(([flag]) => given(call, flag));
    if (refused) return call.fail(`--${refused[1]} is not yet supported with --tree`);
    const filters = [...call.all("filter"), ...call.args.map((name) => `reference=${name}`)];
    const chosen = choose(state, filters, call.on("all"));
    if ("error" in chosen) return call.fail(`Error response from daemon: ${chosen.error}`);
    if (tree) {
      const drawn = imageTree(treeImages(state, chosen, call.on("all")));
      call.out(drawn.text, drawn.live);
      return 0;
    }
    const digests = call.on("digests") || digestNamed(call.get("format"));
    const whole = call.on("no-trunc");
    const rows = chosen.flatMap(({ image, names }) =>
      imageNames(names, digests).map((name) => imageRow(state, image, name, { whole })),
    );
    const format = call.get("format");
    const isTable = format.startsWith("table") && format !== "table";
    return printRows(
      call,
      {
        type: "*formatter.imageContext",
        headings: IMAGE_HEADINGS,
        rows,
        columns: call.on("digests")
          ? ["Repository", "Tag", "Digest", "ID", "CreatedSince", "Size"]
          : ["Repository", "Tag", "ID", "CreatedSince", "Size"],
        quiet: "ID",
        raw: {
          all: `repository: {{ .Repository }}\ntag: {{.Tag}}\n${call.on("digests") ? "digest: {{.Digest}}\n" : ""}image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n`,
          quiet: "image_id: {{.ID}}",
        },
      },
      isTable && call.on("digests") && !digestNamed(format) ? `${format}\\t{{.Digest}}` : format,
      call.on("quiet"),
    );
  },
};

/** Flags that a tree does not take, by the names that its refusal has for them. */
const NOT_A_TREE = [
  ["quiet", "quiet"],
  ["no-trunc", "no-trunc"],
  ["digests", "show-digest"],
  ["format", "format"],
] as const;

const given = (call: Call, flag: string): boolean =>
  flag === "format" ? call.get(flag) !== "" : call.on(flag);

/** A tree shows what has no name at all only with `all`. */
const treeImages = (
  state: DaemonState,
  chosen: readonly Chosen[],
  all: boolean,
): Parameters<typeof imageTree>[0] =>
  chosen
    .filter(({ names }) => all || names.length > 0)
    .map(({ image, names }) => ({
      id: image.id,
      size: image.size,
      tags: imageNames(names, false).flatMap(({ repository, tag }) =>
        tag === "<none>" ? [] : [`${repository}:${tag}`],
      ),
      inUse: state.containers.some((container) => container.image === image),
    }));

const digestNamed = (format: string): boolean => format.includes("{{.Digest}}");

/** An image, and those of its names that pass. */
interface Chosen {
  readonly image: Image;
  readonly names: readonly string[];
}

/** The images that pass all filters, newest first, with the names that pass. What only stands below another is left out, unless `all`. */
function choose(
  state: DaemonState,
  filters: readonly string[],
  all: boolean,
): Chosen[] | { readonly error: string } {
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
    if (key === "reference") {
      if (isBadPattern(value)) return { error: "syntax error in pattern" };
      patterns.push(value);
    } else if (key === "dangling") {
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
      const limit = moment(value, state.time);
      if (limit === undefined)
        return { error: `failed to parse value as time or duration: ${JSON.stringify(value)}` };
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
  return chosen.toSorted((a, b) => byAge(a.image, b.image));
}

function matches(pattern: string, name: string): boolean {
  const reference = parseReference(name);
  if ("error" in reference) return false;
  return matchPath(pattern, familiarName(reference)) || matchPath(pattern, familiarRepository(reference));
}
