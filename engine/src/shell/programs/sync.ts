import type { Program } from "../process.ts";

/** Everything is on disk at once here. */
export const sync: Program = { name: "sync", run: () => 0 };
