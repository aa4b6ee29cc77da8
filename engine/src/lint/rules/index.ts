import type { Rule } from "../rule.ts";

/** All rules in the order in which BuildKit comes to them. */
export const rules: readonly Rule[] = [];
