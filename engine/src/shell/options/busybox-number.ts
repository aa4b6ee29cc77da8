import { complain, Refusal } from "./options.ts";
import type { Process } from "../process.ts";

/** A whole number as busybox reads it. @throws {Refusal} with its words, where it is none or out of range */
export function busyboxNumber(process: Process, word: string, low: number, high: number): number {
  const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  if (Number.isNaN(number)) throw new Refusal(complain(process, "busybox", `invalid number '${word}'`));
  if (number < low || number > high)
    throw new Refusal(complain(process, "busybox", `number ${word} is not in ${low}..${high} range`));
  return number;
}
