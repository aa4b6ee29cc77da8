import type { ContainerConfig } from "../oci/image-config.ts";

/** What is known around a Dockerfile. A rule that needs what is not known is silent. */
export interface Surroundings {
  /** The config of a base image by its name as in FROM, undefined where it is not known. */
  readonly config?: (reference: string) => ContainerConfig | undefined;
  readonly context?: {
    /** All files in it, relative to it, before the ignore file has its say. */
    readonly paths: readonly string[];
    /** Text of the ignore file, undefined where there is none. */
    readonly ignore: string | undefined;
  };
}
