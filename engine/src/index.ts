/** The door of the engine: the only file that others import. */
export type { Position, Range } from "./core/position.ts";
export type { Digest } from "./core/digest.ts";
export { EngineError, isEngineError, notSimulated } from "./core/engine-error.ts";
export type { ErrorData } from "./core/engine-error.ts";
export { build } from "./build/build.ts";
export type { Built } from "./build/build.ts";
export { emptyCache } from "./build/cache.ts";
export type { BuildCache, CachedResult } from "./build/cache.ts";
export type { Image, Layer } from "./build/image.ts";
export type { BuildHost, BuildRequest } from "./build/request.ts";
export type {
  BuildError,
  BuildResult,
  BuildWarning,
  BuiltStage,
  LogLine,
  MissReason,
  Step,
  Vertex,
} from "./build/result.ts";
export { plainProgress } from "./build/progress/plain.ts";
export { sourceFrame } from "./build/progress/source-frame.ts";
