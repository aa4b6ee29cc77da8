import type { FileSystem } from "../../vfs/file-system.ts";
import type { Network } from "../process.ts";
import type { Site } from "./site.ts";

/** What nginx has at hand when it answers. */
export interface World {
  readonly site: Site;
  /** As the worker's user sees them. */
  readonly files: FileSystem;
  readonly network: Network;
  /** `1.31.3` */
  readonly version: string;
}
