import type { Installed } from "./installed.ts";
import type { Wheel } from "./wheel-catalogue.ts";

/** A wheel that lies as a file in a folder: name and version are read from its name. */
export interface LocalWheel {
  readonly path: string;
  readonly version: string;
  /** What the catalogue knows of that very version. */
  readonly wheel: Wheel | undefined;
}

/** One version that could be chosen: what lies there already, or a wheel from the index or a folder. */
export interface Candidate {
  readonly version: string;
  readonly wheel?: Wheel | undefined;
  readonly installed?: Installed | undefined;
  readonly path?: string | undefined;
}
