import { parse } from "yaml";
import * as z from "zod/mini";
import { UsageError } from "./exit-status.ts";
import { type LateRule, lateRuleSchema } from "./late.ts";
import { readText } from "./read-text.ts";

/** Reads `--late FILE`. @throws {UsageError} */
export function readLateRule(file: string): LateRule {
  const source = readText(file);
  let value: unknown;
  try {
    value = parse(source, { maxAliasCount: 100, logLevel: "error" });
  } catch (error) {
    throw new UsageError(
      `${file}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : "unreadable"}`,
    );
  }
  const result = z.safeParse(lateRuleSchema, value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.map(String).join(".") ?? "";
  throw new UsageError(
    `${file}${at === "" ? "" : ` at ${at}`}: ${issue?.code === "unrecognized_keys" ? `no rule is called ${issue.keys.join(", ")}` : (issue?.message ?? "")}`,
  );
}
