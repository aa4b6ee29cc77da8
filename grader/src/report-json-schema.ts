import * as z from "zod/mini";
import { reportSchema } from "./report-schema.ts";

/** JSON Schema (2020-12) of a report: from the same source as what reads one back. */
export const reportJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(reportSchema, { io: "input", unrepresentable: "any" }),
  title: "Drydock report",
});
