import type { BuildResult } from "../../build/result.ts";
import type { SentSource } from "./cache-uses.ts";

/** What a client sent to a build, as the vertices that load it tell. */
export const sentSources = ({ vertices }: BuildResult): readonly SentSource[] => [
  "dockerfile",
  ...(vertices.some(({ name }) => name.includes("load .dockerignore")) ? (["ignore"] as const) : []),
  ...(vertices.some(({ name }) => name.includes("load build context")) ? (["context"] as const) : []),
];
