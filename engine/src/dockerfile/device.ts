import { readCsvRecord } from "./csv.ts";
import { parseTruth } from "./go-number.ts";
import type { Device } from "./instruction.ts";
import { suggest } from "./suggest.ts";

/** Reads one `--device` value: `vendor.test/gpu=0`, `name=…,required`. BuildKit's `ParseDevice`, in its words. */
export function parseDevice(text: string): Device | { readonly error: string } {
  const fields = readCsvRecord(text);
  if ("error" in fields) return { error: `failed to parse csv devices: ${fields.error}` };
  let name = "";
  let required = false;
  for (const field of fields) {
    const at = field.indexOf("=");
    const key = (at < 0 ? field : field.slice(0, at)).toLowerCase();
    const value = at < 0 ? undefined : field.slice(at + 1);
    if (key === "required") {
      const truth = value === undefined ? true : parseTruth(value);
      if (truth === undefined) return { error: `invalid value for ${key}: ${value}` };
      required = truth;
    } else if (key === "name" && value !== undefined) {
      if (name !== "") return { error: `device name already set to ${name}` };
      name = value;
    } else if (name === "") {
      name = field;
    } else if (value === undefined) {
      return { error: `invalid field '${field}' must be a key=value pair` };
    } else {
      return { error: suggest(`unexpected key '${key}' in '${field}'`, key, ["name", "required"]) };
    }
  }
  return { name, required };
}
