import {
  type BlackBox,
  type BaseImageData,
  baseImage,
  build,
  type BuildCache,
  type BuildHost,
  type BuildResult,
  Content,
  type Directory,
  emptyCache,
  FileSystem,
  type FileState,
  type Image,
  isEngineError,
  treeOf,
  parseReference,
  unknownBase,
} from "@drydock/engine";
import { qualified } from "./look/words/qualified.ts";
import { contextFolder, dockerfilePath } from "./rubric/dockerfile-path.ts";
import type { ImageSettings } from "./rubric/rubric.ts";

/** What a build differs in from the one that `image:` describes. */
export interface Variant {
  readonly target?: string | undefined;
  readonly args?: Readonly<Record<string, string>> | undefined;
}

/** 2026-11-02T08:00:00Z, when every machine starts. */
export const MACHINE_START = 1_793_606_400_000;

const catalogues = new WeakMap<readonly BaseImageData[], Map<string, BaseImageData>>();

function catalogue(bases: readonly BaseImageData[]): Map<string, BaseImageData> {
  const known = catalogues.get(bases);
  if (known) return known;
  const made = new Map(
    bases.flatMap((data) => data.references.map((name) => [qualified(name), data] as const)),
  );
  catalogues.set(bases, made);
  return made;
}

/** A fresh machine that builds one folder, again after edits, with the cache that the builds before left. */
export class ImageMachine {
  readonly #settings: ImageSettings;
  readonly #bases: Map<string, BaseImageData>;
  readonly #blackBoxes: readonly BlackBox[];
  #tree: Directory;
  #cache: BuildCache;
  #now: number;

  constructor(
    files: FileState,
    settings: ImageSettings,
    bases: readonly BaseImageData[],
    blackBoxes: readonly BlackBox[] = [],
    like?: ImageMachine,
  ) {
    this.#blackBoxes = like ? like.#blackBoxes : blackBoxes;
    this.#settings = settings;
    this.#bases = catalogue(bases);
    this.#tree = like ? like.#tree : treeOf(files, MACHINE_START / 1000);
    this.#cache = like ? like.#cache : emptyCache;
    this.#now = like ? like.#now : MACHINE_START;
  }

  /** A copy that goes its own way. */
  fork(bases: readonly BaseImageData[]): ImageMachine {
    return new ImageMachine({}, this.#settings, bases, [], this);
  }

  /** Writes one file; its mode stays. */
  write(path: string, text: string): void {
    const files = new FileSystem(this.#tree, () => Math.floor(this.#now / 1000));
    files.write(`/${path}`, Content.of(text));
    this.#tree = files.snapshot();
  }

  /** What the build would be made of. A base that nobody here has stands as it is named, and the plan is a guess in all but its stages. */
  plan(): { readonly result: BuildResult; readonly guessed: boolean } {
    let guessed = false;
    const [some] = this.#bases.values();
    const image = (reference: string): Image | { readonly error: string } => {
      try {
        return this.#image(reference);
      } catch (error) {
        if (!some || !isEngineError(error, "NOT_SIMULATED")) throw error;
        guessed = true;
        return baseImage(some);
      }
    };
    const result = this.#run({}, { check: true }, image);
    return { result, guessed };
  }

  build(variant: Variant): BuildResult {
    return this.#run(variant, {}, (reference) => this.#image(reference));
  }

  #run(variant: Variant, more: { readonly check?: boolean }, image: BuildHost["image"]): BuildResult {
    const { target, args, secrets, tag } = this.#settings;
    const files = new FileSystem(this.#tree, () => 0);
    const folder = contextFolder(this.#settings);
    const dockerfile = dockerfilePath(this.#settings);
    const root = files.stat(`/${folder}`);
    const read = (path: string): string | undefined => {
      const content = files.read(`/${path}`);
      return typeof content === "string" ? undefined : content.text;
    };
    const host: BuildHost = {
      cache: this.#cache,
      image,
      blackBoxes: this.#blackBoxes,
      clock: { now: () => this.#now, elapse: (milliseconds) => void (this.#now += milliseconds) },
    };
    const { result, cache } = build(
      {
        context: typeof root !== "string" && root.kind === "directory" ? root : treeOf({}),
        dockerfile: { name: dockerfile.slice(dockerfile.lastIndexOf("/") + 1), text: read(dockerfile) ?? "" },
        ignore: read(`${dockerfile}.dockerignore`) ?? read(`${folder}.dockerignore`),
        target: variant.target ?? target ?? undefined,
        args: { ...args, ...variant.args },
        secrets,
        tags: tag === null ? [] : [tag],
        ...more,
      },
      host,
    );
    this.#cache = cache;
    return result;
  }

  /** A digest counts, whatever tag stands before it. */
  #pinned(name: string, digest: string): BaseImageData | undefined {
    const repository = name.replace(/:[^:/]*$/, "");
    for (const [known, data] of this.#bases)
      if (data.index === digest && known.startsWith(`${repository}:`)) return data;
    return undefined;
  }

  #image(reference: string): Image | { readonly error: string } {
    const [name = "", digest] = qualified(reference).split("@");
    const data = digest === undefined ? this.#bases.get(name) : this.#pinned(name, digest);
    if (data) return baseImage(data);
    const parsed = parseReference(reference);
    return "error" in parsed ? parsed : unknownBase(parsed, [...this.#bases.values()]);
  }
}
