import { UsageError } from "../exit-status.ts";

/** The number that an option was given. @throws {UsageError} */
export function readNumber(option: string, text: string, least: number, most: number, whole = false): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    throw new UsageError(
      `${option} expects ${whole ? "a whole number" : "a number"} from ${least} to ${most}, received ${JSON.stringify(text)}`,
    );
  }
  return value;
}
