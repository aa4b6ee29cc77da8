import type { Builtin } from "./builtin.ts";

/** Accepted; none of its options changes what Drydock simulates. */
export const shopt: Builtin = { name: "shopt", dialects: ["bash"], run: () => 0 };
