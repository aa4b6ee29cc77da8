import type { Process } from "../../process.ts";

/** Where a user keeps packages of their own (site.py, getuserbase): below HOME, or where PYTHONUSERBASE says. */
export function userBase(process: Process): string {
  const home = process.env.get("HOME") ?? "/";
  return process.env.get("PYTHONUSERBASE") || `${home === "/" ? "" : home}/.local`;
}
