import { type LateRule, lateRuleSchema } from "./late.ts";
import { readSettings } from "./read-settings.ts";
import { readText } from "./read-text.ts";

/** Reads `--late FILE`. @throws {UsageError} */
export const readLateRule = (file: string): LateRule =>
  readSettings(file, readText(file), lateRuleSchema).value;
