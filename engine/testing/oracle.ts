import { loadPythonFromDisk } from "../../runtimes/src/python/load-node.ts";
import { bringCatalogues } from "../bases/catalogues.ts";
import { bringPrograms } from "../bases/programs.ts";
import type { Image, Layer } from "../src/build/image/image.ts";
import { createImage } from "../src/build/image/image.ts";
import { type Digest, digestOf } from "../src/core/digest.ts";
import { parseIsoTime } from "../src/core/iso-time.ts";
import { makeFolders } from "../src/daemon/containers/container-files.ts";
import { imageManifest } from "../src/daemon/images/image-manifest.ts";
import { findImage } from "../src/daemon/images/find-image.ts";
import { openRegistry, type RegistryState } from "../src/registry/registry-state.ts";
import { putBlobs, putManifest } from "../src/registry/store.ts";
import { type LineResult, Workstation } from "../src/host/workstation.ts";
import type { ImageConfig } from "../src/oci/image-config.ts";
import { Content } from "../src/vfs/content.ts";
import { type Entry, newInode } from "../src/vfs/entry.ts";
import { emptyDirectory, FileSystem } from "../src/vfs/file-system.ts";
import { dirname, join } from "../src/vfs/path.ts";
import { printingFile } from "../src/shell/start/printing-file.ts";
import { pythonRuntime } from "../src/shell/python-runtime.ts";
import { programs } from "../src/shell/programs/index.ts";
import { textsByDigest } from "./texts-by-digest.ts";

/** One file of a recorded base image. */
interface BaseEntry {
  readonly type: "file" | "dir" | "symlink" | "hardlink" | "char";
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly link?: string;
  readonly sha256?: string;
  readonly text?: string;
  readonly mtime?: "EPOCH";
}

interface Base {
  readonly refs: readonly string[];
  readonly id: Digest;
  readonly size: number;
  readonly config: ImageConfig;
  readonly layers: readonly {
    readonly diffId: Digest;
    readonly entries: Readonly<Record<string, BaseEntry>>;
  }[];
}

type PutFile =
  | { readonly content: Uint8Array; readonly mode?: number; readonly mtime: number }
  | { readonly link: string; readonly mtime: number }
  | { readonly directory: true; readonly mode: number; readonly mtime: number };

const EPOCH = 1_704_067_200;
const HOME = "/lab/w/app";
/** Recordings were made a while after the bases. */
const LATER = 25 * 60_000;

const known = new Set(programs.map(({ name }) => name));
/** Programs of the recorded bases by path; every other executable is bytes that nobody knows. */
function programOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "busybox") return "busybox";
  if (!/(^|\/)s?bin\/[^/]+$/.test(path)) return undefined;
  const plain = /^python3(\.\d+)?$/.test(name) ? "python3" : /^pip3?(\.\d+)?$/.test(name) ? "pip" : name;
  // Debian's names for what the alternatives choose.
  const chosen = plain === "mawk" ? "awk" : plain.replace(/\.debianutils$/, "");
  return known.has(chosen) ? chosen : undefined;
}

/** Texts that the recording told by digest alone, and that have that digest. */
const TEXTS: Readonly<Record<string, string>> = {
  "427f93cafd9cc19be6eec03e590c9c6cdf9f688a5eaf21fa8d72351e2b15fd05": "lab",
  a7050936e81ad929966b756079fc18c90ce7631f4df0c0313009ed783dfd1cf8:
    "[global]\nno-index = true\nfind-links = /opt/wheels\ndisable-pip-version-check = true\nroot-user-action = ignore\n",
};

/** What the one program of the recordings' hello-world prints [recording cli/registry/pull-hub]; it was made for them. */
const HELLO =
  "\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n";

/** Text of a recorded file; what the recording cut is known by digest and size alone. */
function contentOf(path: string, entry: BaseEntry): Content {
  if (/^\/?hello$/.test(path)) return printingFile(entry.size, entry.sha256 ?? path, HELLO);
  const program = (Number.parseInt(entry.mode, 8) & 0o111) === 0 ? undefined : programOf(path);
  if (entry.text !== undefined && new TextEncoder().encode(entry.text).length === entry.size)
    return Content.of(entry.text, program);
  const text = TEXTS[entry.sha256 ?? ""] ?? textsByDigest.get(entry.sha256 ?? "");
  return text === undefined
    ? Content.declared(entry.size, entry.sha256 ?? path, program)
    : Content.of(text, program);
}

function baseTree(layers: Base["layers"], time: number): Image["tree"] {
  const files = new FileSystem(emptyDirectory(time), () => time);
  for (const { entries } of layers) {
    for (const [raw, entry] of Object.entries(entries)) {
      const path = `/${raw.replace(/^\.?\//, "").replace(/\/$/, "")}`;
      if (path === "/") continue;
      const meta = {
        mode: Number.parseInt(entry.mode, 8),
        uid: entry.uid,
        gid: entry.gid,
        mtime: entry.mtime === "EPOCH" ? EPOCH : time,
        inode: newInode(),
      };
      makeFolders(files, dirname(path));
      if (entry.type === "dir") {
        const there = files.lstat(path);
        files.place(path, {
          ...meta,
          kind: "directory",
          children: typeof there !== "string" && there.kind === "directory" ? there.children : new Map(),
        });
      } else if (entry.type === "symlink")
        files.place(path, { ...meta, kind: "symlink", target: entry.link ?? "" });
      else if (entry.type === "hardlink") files.link(join("/", entry.link ?? ""), path);
      else if (entry.type === "file")
        files.place(path, { ...meta, kind: "file", links: 1, content: contentOf(path, entry) });
    }
  }
  return files.snapshot();
}

const images = new WeakMap<Base, Image>();
function imageOf(base: Base): Image {
  const before = images.get(base);
  if (before) return before;
  const time = Math.floor((parseIsoTime(base.config.created ?? "") ?? 0) / 1000);
  const upper = baseTree(base.layers, time);
  const [first] = base.layers;
  const layer: Layer = {
    lower: emptyDirectory(),
    upper,
    size: base.size,
    diffId: first?.diffId ?? base.id,
    tar: undefined,
    repository: `library/${base.refs[0]?.split(":")[0]}`,
  };
  const digests = base.refs.includes("hello-world:latest") ? [`hello-world@sha256:${"1".repeat(64)}`] : [];
  const image = createImage({
    config: base.config,
    layers: [layer],
    digests,
    known: { id: base.id, configJson: JSON.stringify(base.config) },
  });
  images.set(base, image);
  return image;
}

/** redis:7-alpine of the stand-in for docker.io: alpine with three layers more, of which no file was recorded. */
function redisOf(alpine: Image): Image {
  const sizes = [3000, 292_000, 0];
  const created = alpine.config.created ?? "";
  const steps = [
    "RUN /bin/sh -c mkdir -p /data # buildkit",
    "COPY redis /usr/local/bin/ # buildkit",
    "WORKDIR /data",
  ];
  const tree = new FileSystem(alpine.tree, () => 0);
  tree.mkdir("/data");
  const upper = tree.snapshot();
  const layers = steps.map((step, i): Layer => ({
    lower: i === 0 ? alpine.tree : upper,
    upper,
    size: sizes[i] ?? 0,
    diffId: digestOf(`redis ${step}`),
    tar: undefined,
  }));
  return createImage({
    config: {
      ...alpine.config,
      config: { ...alpine.config.config, WorkingDir: "/data" },
      history: [
        ...alpine.config.history,
        ...steps.map((step) => ({ created, created_by: step, comment: "buildkit.dockerfile.v0" })),
      ],
      rootfs: {
        type: "layers",
        diff_ids: [...alpine.config.rootfs.diff_ids, ...layers.map(({ diffId }) => diffId)],
      },
    },
    layers: [...alpine.layers, ...layers],
  });
}

/**
 * The recordings' open registry outlived each session, and all but the first of them met one that somebody had pushed an image
 * of busybox to: its layer is mounted from there, sooner than anything can be sent [recordings cli/registry/push-fresh,
 * push-rebuild, api]. Terminals were recorded with a registry of their own, which was empty [recording tty/push-pull].
 */
function pushedEarlier(registry: RegistryState, image: Image): RegistryState {
  const name = "earlier/busybox";
  const { manifest, config, layers } = imageManifest(image);
  return putManifest(putBlobs(registry, name, [...layers, config]), name, manifest, "1");
}

/** A fresh machine for the replay of recorded sessions, as the replay's own documentation describes it. */
export default function createHost({
  bases,
  terminal = false,
}: {
  readonly bases: readonly Base[];
  /** Somebody sits at a terminal. */
  readonly terminal?: boolean;
}): object {
  bringCatalogues();
  bringPrograms();
  pythonRuntime.bringLater(loadPythonFromDisk);
  const named = bases.map((base) => ({ references: base.refs, image: imageOf(base) }));
  const newest = Math.max(...bases.map(({ config }) => parseIsoTime(config.created ?? "") ?? 0));
  const accounts = new Map([["learner", "s3cret"]]);
  const registry = (access: RegistryState["access"]): RegistryState => ({
    ...openRegistry,
    access,
    accounts,
  });
  const busybox = named.find(({ references }) => references.includes("busybox:latest"))?.image;
  const station = new Workstation({
    bases: [],
    seed: "oracle",
    directory: HOME,
    terminal,
    daemon: {
      time: newest + LATER,
      dataRoot: "/lab/dk/root",
      hub: [
        ...named.filter(({ references }) =>
          ["busybox:latest", "alpine:3.20", "hello-world:latest"].includes(references[0] ?? ""),
        ),
        ...named
          .filter(({ references }) => references.includes("alpine:3.20"))
          .map(({ image }) => ({ references: ["redis:7-alpine"], image: redisOf(image) })),
      ],
      local: named,
      accounts,
      registries: new Map([
        [
          "127.0.0.1:5000",
          busybox && !terminal ? pushedEarlier(registry("none"), busybox) : registry("none"),
        ],
        ["127.0.0.1:5001", registry("basic")],
      ]),
    },
  });
  const { files } = station;
  const at = (path: string): string => join(HOME, path);
  return {
    put(path: string, file: PutFile): void {
      const where = at(path);
      makeFolders(files, dirname(where));
      const there = files.lstat(where);
      const owner = { uid: 0, gid: 0, mtime: file.mtime, inode: newInode() };
      let entry: Entry;
      if ("link" in file) entry = { ...owner, kind: "symlink", mode: 0o777, target: file.link };
      else if ("directory" in file) {
        entry = {
          ...owner,
          kind: "directory",
          mode: file.mode,
          children: typeof there !== "string" && there.kind === "directory" ? there.children : new Map(),
        };
      } else {
        const mode = file.mode ?? (typeof there === "string" ? 0o644 : there.mode);
        entry = { ...owner, kind: "file", mode, links: 1, content: Content.of(file.content) };
      }
      files.place(where, entry);
    },
    touch: (path: string, mtime: number): void => void files.touch(at(path), mtime),
    chmod: (path: string, mode: number): void => void files.chmod(at(path), mode),
    remove(path: string): void {
      files.place(at(path), emptyDirectory());
      files.rmdir(at(path));
    },
    rename: (from: string, to: string): void => void files.rename(at(from), at(to)),
    sleep: (seconds: number): void => station.daemon.clock.elapse(seconds * 1000),
    run(line: string, typed?: readonly string[]): LineResult {
      station.directory = HOME;
      return station.run(line, typed);
    },
    image(reference: string): object | undefined {
      const image = findImage(station.daemon.state, reference);
      if ("error" in image) return undefined;
      return {
        id: image.id,
        config: image.configJson,
        layers: image.layers.map(({ diffId, tar }) => ({ diffId, tar: tar ?? null })),
      };
    },
  };
}
