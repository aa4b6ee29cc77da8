import type { BlackBox } from "../shell/black-boxes/black-box.ts";
import type { Network } from "../shell/process.ts";
import type { Directory } from "../vfs/entry.ts";
import type { BuildCache } from "./cache/cache.ts";
import type { Image } from "./image/image.ts";
import type { RunMachine } from "./plan/plan.ts";

/** `docker build` with its flags, as data. */
export interface BuildRequest {
  /** Where the context lies on the host: builds from two folders are not compared when a miss is explained. */
  readonly directory?: string | undefined;
  /** Root of the context, before .dockerignore. */
  readonly context: Directory;
  /** It came as an archive, and the Dockerfile in it. */
  readonly archived?: boolean;
  /** Text undefined: there is no such file. */
  readonly dockerfile: { readonly name: string; readonly text: string | undefined };
  /** Text of the ignore file that counts (`NAME.dockerignore` before `.dockerignore`), undefined if there is none. */
  readonly ignore: string | undefined;
  /** That file is the Dockerfile's own, `NAME.dockerignore`: it comes with the definition, and nothing is said of it. */
  readonly ownIgnore?: boolean;
  readonly target?: string | undefined;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** true: `--no-cache`; names: `--no-cache-filter`. */
  readonly noCache?: boolean | readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  /** `--add-host`, `--ulimit`, `--shm-size`, `--network`. */
  readonly machine?: RunMachine | undefined;
  /** `--allow`: what a RUN may do beyond the usual. */
  readonly allowed?: readonly string[];
  /**
   * `--build-context` by qualified name: they come before all images. Without `source`, the qualified name of an image, it is a
   * folder.
   */
  readonly contexts?: ReadonlyMap<string, { readonly image: Image; readonly source?: string }>;
  /** `--check`: read and judged, not built; the result has warnings and stages, and no image. */
  readonly check?: boolean;
  /** `--pull`: bases are asked for at their registry, and printed with their digest. */
  readonly pull?: boolean;
}

/** What a build needs of the machine it runs on. */
export interface BuildHost {
  readonly cache: BuildCache;
  /** The image behind a fully qualified reference, or why there is none, in Docker's words. */
  image(reference: string): Image | { readonly error: string };
  /** `sha256:…` that a registry gives a base that is asked for there; undefined where the engine's own store has it. */
  digest?(reference: string): string | undefined;
  /** Simulated time in milliseconds since 1970; a build moves it on. */
  readonly clock: { now(): number; elapse(milliseconds: number): void };
  readonly platform?: string;
  /** What the machine itself can reach, for ADD of a URL. */
  readonly network?: Network | undefined;
  /** Programs that the lesson declares. */
  readonly blackBoxes?: readonly BlackBox[] | undefined;
  /** Where the engine keeps its files, as error texts show it; `/var/lib/docker` if not given. */
  readonly dataRoot?: string | undefined;
}
