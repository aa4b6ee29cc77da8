import { notSimulated } from "../../core/engine-error.ts";
import { parseUrl } from "../http/parse-url.ts";
import type { Process } from "../process.ts";
import { sameUrl } from "./clone-options.ts";
import type { Repository } from "./repository.ts";

const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/**
 * The declared repository at an address; the exit status where the way there fails, with curl's words as git repeats them.
 * @throws {EngineError} NOT_SIMULATED for any other repository of the outside
 */
export function reach(process: Process, url: string): Repository | number {
  const web = /^https?:/.test(url);
  const host =
    web || url.startsWith("git:")
      ? parseUrl(url).host
      : (/@?([\w.-]+)[:/]/.exec(url.replace(/^ssh:\/\//, ""))?.[1] ?? url);
  const fail = (why: string): number => {
    process.stderr.write(`fatal: unable to access '${url.replace(/\/?$/, "/")}': ${why}\n`);
    return 128;
  };
  if (process.kernel.network.address === null && web) return fail(`Could not resolve host: ${host}`);
  const found = process.kernel.blackBoxes.find(
    ({ repository }) => repository && sameUrl(repository.url, url),
  )?.repository;
  if (!found || !web) throw notSimulated(`the network: ${host}`, `ask ${host} for the repository ${url}`);
  if (!url.startsWith("https:") || process.files.exists(CERTIFICATES)) return found;
  if (process.files.exists("/etc/debian_version"))
    return fail("server certificate verification failed. CAfile: none CRLfile: none");
  throw notSimulated(
    "git over TLS without the certificates of authorities",
    "refuse the server's certificate",
  );
}
