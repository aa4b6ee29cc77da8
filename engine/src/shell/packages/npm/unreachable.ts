import type { Process } from "../../process.ts";
import { npmError } from "./npm-error.ts";

/** Two tries after the first, ten seconds and a minute later (`fetch-retries`, config of npm 11). */
const MILLISECONDS = 71_000;

/**
 * What npm says where nobody resolves the name of its registry, recorded with npm 11.19 in an empty network namespace. It asks for many
 * things at once, and which fails first is chance; the first by name is told.
 *
 * @param path what is asked for: `ms`, `ms/-/ms-2.1.3.tgz`
 */
export function tellUnreachable(process: Process, path: string): 1 {
  process.kernel.elapse(MILLISECONDS);
  return npmError(process, [
    "code EAI_AGAIN",
    "syscall getaddrinfo",
    "errno EAI_AGAIN",
    `request to https://registry.npmjs.org/${path} failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org`,
  ]);
}
