/**
 * Makes engine/bases/images, engine/bases/layers, names.json, index.ts and load.ts from the facts beside it.
 *
 *   node scripts/bases/make.ts
 *
 * facts/images.json     configs, histories, blob digests and sizes, each with its source
 * facts/rootfs-*.json   read-rootfs.ts on a debootstrap tree
 * facts/python-*.json   read-python.ts on a CPython prefix
 * facts/by-hand.json    what no machine at hand could read
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { LayerFiles } from "../../engine/src/daemon/bases/layer-files.ts";
import { busyboxListing } from "./busybox.ts";
import { alpineListings } from "./alpine.ts";
import { debianExtras } from "./debian-extras.ts";
import { layersOf } from "./layers-of.ts";

interface Fact {
  ref: string;
  tags: string[];
  os: { id: string | null; version?: string; codename?: string; pretty?: string } | null;
  config: Record<string, unknown>;
  history: { createdBy: string; layer: number | null }[];
  layers: {
    label: string;
    compressedBytes: number;
    compressedApprox?: boolean;
    digest?: string;
    unpackedBytes: number;
    unpackedApprox: boolean;
  }[];
  asOf: string;
  indexDigest?: string;
  configDigest?: string;
}
interface Rootfs {
  source: string;
  directories: Record<string, string>;
  texts: Record<string, string>;
  packages: string[];
}

const here = (path: string): string => new URL(path, import.meta.url).pathname;
const fact = (name: string): unknown => JSON.parse(readFileSync(here(`facts/${name}.json`), "utf8"));
const bases = here("../../engine/bases");
const write = (path: string, value: unknown): void =>
  writeFileSync(`${bases}/${path}`, `${JSON.stringify(value)}\n`);
const seconds = (date: string): number => Date.parse(date) / 1000;

const { images } = fact("images") as { images: Fact[] };
const hand = fact("by-hand") as { alpine: Record<string, string> };
const listings = new Map<string, LayerFiles>();
const add = (listing: LayerFiles): void => void listings.set(listing.name, listing);

const without = (texts: Record<string, string>, path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => name !== path));

/** The count of a folder's unlisted files, `+984,43099130`, without these that are listed from now on. */
const outOfBulk = (counted: string, listed: string): string =>
  counted.replace(/\+(\d+),(\d+)/, (_, files: string, bytes: string) => {
    const sizes = listed.split(" ").map((token) => Number(/[*:](\d+)$/.exec(token)?.[1] ?? 0));
    return `+${Number(files) - sizes.length},${Number(bytes) - sizes.reduce((sum, size) => sum + size, 0)}`;
  });

for (const suite of ["trixie", "bookworm", "noble"] as const) {
  const { source, directories, texts, packages } = fact<Rootfs>(`rootfs-${suite}`);
  const extras = debianExtras(suite);
  const status = (directories["var/lib/dpkg"] ?? "")
    .split(" ")
    .filter((token) => !token.startsWith("status:"));
  const merged = { ...directories, "var/lib/dpkg": status.join(" ") };
  for (const [path, tokens] of Object.entries(extras.directories)) {
    // Ubuntu's archive is named by the release's own listing.
    if (suite === "noble" && path === "etc/apt/sources.list.d") continue;
    merged[path] = [merged[path], tokens].filter(Boolean).join(" ");
  }
  const libraries = "usr/lib/x86_64-linux-gnu";
  merged[libraries] = [outOfBulk(directories[libraries] ?? "", extras.glibc), extras.glibc].join(" ");
  // mawk and which stand behind links of update-alternatives; their programs are named as people call them.
  merged["usr/bin"] = (merged["usr/bin"] ?? "")
    .replace(/\bmawk\*(\d+)/, "mawk*$1=awk")
    .replace(/which\.debianutils\*(\d+)/, "which.debianutils*$1=which");
  add({
    name: suite === "noble" ? "ubuntu-noble" : `debian-${suite}`,
    source: suite === "noble" ? `${source}; the image's own set and versions may differ a little` : source,
    mtime: seconds("2026-07-15"),
    directories: merged,
    texts: {
      ...texts,
      ...(suite === "noble" ? without(extras.texts, "etc/apt/sources.list.d/debian.sources") : extras.texts),
    },
    packages,
  });
  if (suite === "bookworm") {
    add({
      name: "debian-bullseye",
      source: "names of programs as in Debian bookworm, an estimate: bullseye was not read",
      mtime: seconds("2025-10-01"),
      directories: merged,
      texts: { ...texts, ...extras.bullseye },
    });
  } else if (suite === "trixie") {
    add({
      name: "ubuntu",
      source: "names of programs as in Debian trixie, an estimate: Ubuntu 26.04 was not read",
      mtime: seconds("2026-07-24"),
      directories: { ...merged, "etc/apt/sources.list.d": "" },
      texts: { ...texts, ...extras.ubuntu },
    });
  }
}

for (const version of ["3.9", "3.12", "3.13", "3.14"]) {
  const measured = version === "3.14" ? "3.13" : version === "3.9" ? "3.12" : version;
  const { source, directories } = fact<{ source: string; directories: Record<string, string> }>(
    `python-${measured}`,
  );
  const renamed = JSON.parse(JSON.stringify(directories).replaceAll(measured, version)) as Record<
    string,
    string
  >;
  // The measured prefix is not stripped: its shared objects would weigh 60 MB. They are left to the rest of the layer.
  renamed[`usr/local/lib/python${version}/lib-dynload`] = "+76,0";
  renamed["usr/local/lib"] = (renamed["usr/local/lib"] ?? "").replace(/1\.0:\d+/, "1.0:6100000");
  const site = `usr/local/lib/python${version}/site-packages`;
  const pip = "25.3";
  renamed[`${site}/pip-${pip}.dist-info`] =
    "INSTALLER: METADATA: RECORD:0 WHEEL:82 entry_points.txt:84 REQUESTED:0";
  add({
    name: `python-${version}`,
    source: `${source}; sizes of shared objects and the version of pip are estimates`,
    mtime: seconds("2026-08-05"),
    directories: renamed,
    texts: {
      [`${site}/pip-${pip}.dist-info/INSTALLER`]: "pip\n",
      [`${site}/pip-${pip}.dist-info/METADATA`]: `Metadata-Version: 2.4\nName: pip\nVersion: ${pip}\nSummary: The PyPA recommended tool for installing Python packages.\nHome-page: https://pip.pypa.io/\nLicense-Expression: MIT\nRequires-Python: >=3.9\n`,
    },
  });
}

for (const listing of [...alpineListings(hand.alpine), busyboxListing(hand.alpine)]) add(listing);

/** `@nginx.sh` is the text of entrypoints/nginx.sh. */
const textOf = (text: string): string =>
  text.startsWith("@") ? readFileSync(here(`entrypoints/${text.slice(1)}`), "utf8") : text;
for (const [name, { source, directories, texts, prints, appends }] of Object.entries(
  fact<Record<string, Pick<LayerFiles, "source" | "directories" | "texts" | "prints" | "appends">>>(
    "overlays",
  ),
)) {
  const held = texts && Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, textOf(text)]));
  add({
    name,
    source,
    mtime: seconds("2026-08-05"),
    directories,
    ...(held && { texts: held }),
    ...(prints && { prints }),
    ...(appends && { appends }),
  });
}

rmSync(`${bases}/images`, { recursive: true, force: true });
rmSync(`${bases}/layers`, { recursive: true, force: true });
mkdirSync(`${bases}/images`);
mkdirSync(`${bases}/layers`);

const keyed = (names: unknown): Record<string, Record<string, never>> | undefined =>
  Array.isArray(names) && names.length > 0
    ? Object.fromEntries(names.map((name: string) => [name, {}]))
    : undefined;
const taken = new Set<string>();
const files: string[] = [];
const names: { name: string; references: string[]; index: string | undefined }[] = [];
const used = new Set<string>();

for (const it of images) {
  if (it.layers.length === 0) continue;
  const repository = it.ref.includes(":") ? it.ref.slice(0, it.ref.lastIndexOf(":")) : it.ref;
  const named = it.ref.includes(":") ? [it.ref] : [];
  // The variants of distroless have configs of their own, which the facts do not have.
  const tags = it.ref.includes("distroless") ? [it.ref.split(":")[1] ?? "latest"] : it.tags;
  const tagged = tags.map((tag) => `${repository}:${tag.split(" ")[0]}`);
  const references = [...new Set([...named, ...tagged])].filter((name) => !taken.has(name));
  for (const name of references) taken.add(name);
  const { Env, Cmd, Entrypoint, User, WorkingDir, ExposedPorts, Volumes, StopSignal, Labels } = it.config;
  const config = {
    ...(User ? { User } : {}),
    ...(keyed(ExposedPorts) ? { ExposedPorts: keyed(ExposedPorts) } : {}),
    Env,
    ...(Array.isArray(Entrypoint) && Entrypoint.length > 0 ? { Entrypoint } : {}),
    ...(Cmd ? { Cmd } : {}),
    ...(keyed(Volumes) ? { Volumes: keyed(Volumes) } : {}),
    ...(WorkingDir ? { WorkingDir } : {}),
    ...(Labels ? { Labels } : {}),
    ...(StopSignal ? { StopSignal } : {}),
  };
  const layers = it.layers.map((layer, index) => {
    const { files: names, rest } = layersOf(it.ref, it.os, layer.label, index);
    for (const name of names) used.add(name);
    return {
      label: layer.label,
      size: layer.unpackedBytes,
      ...(layer.unpackedApprox ? { estimate: true } : {}),
      ...(layer.digest ? { blob: { digest: layer.digest, size: layer.compressedBytes } } : {}),
      files: names,
      rest,
    };
  });
  const history = it.history.map(({ createdBy, layer }) => ({
    by: createdBy,
    ...(layer === null ? { empty: true } : {}),
  }));
  const name = it.ref.replace(/^.*\/(?=[^/]*\/)/, "").replaceAll(/[/:]/g, "-");
  const created = `${/^\d{4}$/.test(it.asOf) ? `${it.asOf}-01-01` : /^\d{4}-\d\d$/.test(it.asOf) ? `${it.asOf}-01` : it.asOf}T00:00:00Z`;
  write(`images/${name}.json`, {
    references,
    created,
    id: it.configDigest,
    index: it.indexDigest,
    config,
    history,
    layers,
  });
  files.push(name);
  names.push({ name, references, index: it.indexDigest });
}
write("names.json", names);
for (const name of used) {
  const listing = listings.get(name);
  if (!listing) throw new Error(`no listing ${name}`);
  write(`layers/${name}.json`, listing);
}

const identifier = (name: string): string =>
  name.replaceAll(/[^a-z0-9]+(.)?/g, (_, next: string) => (next ?? "").toUpperCase());
const head = "// Made by scripts/bases/make.ts; do not edit.\n";
const imports = (folder: string, names: readonly string[], suffix: string): string =>
  names
    .map(
      (name) =>
        `import ${identifier(name)}${suffix} from "./${folder}/${name}.json" with { type: "json" };\n`,
    )
    .join("");
const layerNames = [...used].sort();
writeFileSync(
  `${bases}/index.ts`,
  `${head}import type { BaseImageData } from "../src/daemon/bases/base-image.ts";
import { type BaseImageFile, joinBase } from "../src/daemon/bases/join-base.ts";
import type { LayerFiles } from "../src/daemon/bases/layer-files.ts";
import { bringCatalogues } from "./catalogues.ts";
import { bringPrograms } from "./programs.ts";
${imports("images", files, "Image")}${imports("layers", layerNames, "Files")}
const layers: ReadonlyMap<string, LayerFiles> = new Map<string, LayerFiles>([
${layerNames.map((name) => `  ["${name}", ${identifier(name)}Files],\n`).join("")}]);

bringCatalogues();
bringPrograms();

/** Every base image, for Node and tests; with them come the package catalogues. A page loads them one by one: \`load.ts\`. */
export const bases: readonly BaseImageData[] = ([
${files.map((name) => `  ${identifier(name)}Image,\n`).join("")}] satisfies BaseImageFile[]).map((file) => joinBase(file, layers));
`,
);
writeFileSync(
  `${bases}/load.ts`,
  `${head}import type { BaseImageData } from "../src/daemon/bases/base-image.ts";
import { BaseOnDemand } from "../src/daemon/bases/base-on-demand.ts";
import { type BaseImageFile, joinBase } from "../src/daemon/bases/join-base.ts";
import type { LayerFiles } from "../src/daemon/bases/layer-files.ts";
import names from "./names.json" with { type: "json" };

type Loader<T> = () => Promise<{ readonly default: T }>;

const images: Readonly<Record<string, Loader<BaseImageFile>>> = {
${files.map((name) => `  "${name}": () => import("./images/${name}.json", { with: { type: "json" } }),\n`).join("")}};
const layers: Readonly<Record<string, Loader<LayerFiles>>> = {
${layerNames.map((name) => `  "${name}": () => import("./layers/${name}.json", { with: { type: "json" } }),\n`).join("")}};

/** A fresh shelf of every base image, by its names alone; \`loadBase\` brings what is behind one of them. */
export const basesOnDemand = (): readonly BaseOnDemand[] =>
  names.map(({ name, references, index }) => new BaseOnDemand(name, references, index));

/** Fetches one base image, \`python-3.13-slim\`, and the listings it stands on. A listing that two share is fetched once. */
export async function loadBase(name: string): Promise<BaseImageData | undefined> {
  const image = await images[name]?.();
  if (!image) return undefined;
  const needed = new Set(image.default.layers.flatMap(({ files }) => files));
  const found = await Promise.all(
    [...needed].map(async (file): Promise<[string, LayerFiles] | undefined> => {
      const listing = await layers[file]?.();
      return listing && [file, listing.default];
    }),
  );
  return joinBase(image.default, new Map(found.filter((it) => it !== undefined)));
}
`,
);
