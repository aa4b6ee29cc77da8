import type { Process } from "../../process.ts";

/** The major version of the npm that came with this Node (nodejs.org/dist: npm 10 with Node 22, npm 11 with Node 24). */
export const npmMajor = (process: Process): number => {
  const node = Number.parseInt(process.env.get("NODE_VERSION") ?? "24", 10);
  return node >= 24 ? 11 : node >= 20 ? 10 : 9;
};
