/** The door of the engine: the only file that others import. */
export type { Range } from "./core/position.ts";
export type { BuildResult } from "./build/result.ts";
export type { Image } from "./build/image.ts";
