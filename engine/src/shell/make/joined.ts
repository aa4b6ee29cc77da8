import { EngineError } from "../../core/engine-error.ts";
import { LONGEST_WORD } from "../expand/fields.ts";

/** Parts with a text between them; the length is known before anything is put together. @throws {EngineError} LIMIT */
export function joined(parts: readonly string[], between: string): string {
  let length = 0;
  for (const part of parts) {
    length += part.length + between.length;
    if (length > LONGEST_WORD + between.length)
      throw new EngineError("LIMIT", { what: "characters in a text of make", limit: LONGEST_WORD });
  }
  return parts.join(between);
}
