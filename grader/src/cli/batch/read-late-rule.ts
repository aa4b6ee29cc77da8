import { type LateRule, lateRuleSchema } from "./late.ts";
import { readSettings } from "../words/read-settings.ts";
import { readText } from "../words/read-text.ts";

/** Reads `--late FILE`. @throws {UsageError} */
export const readLateRule = (file: string): LateRule =>
  readSettings(file, readText(file), lateRuleSchema).value;
