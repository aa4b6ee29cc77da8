import type { Process } from "./process.ts";

/** Does the environment ask for UTF-8? Without any of these variables the locale is C. */
export function isUtf8(process: Process): boolean {
  const { env } = process;
  return /utf-?8/i.test(env.get("LC_ALL") || env.get("LC_CTYPE") || env.get("LANG") || "");
}
