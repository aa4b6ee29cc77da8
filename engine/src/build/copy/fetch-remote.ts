import { notSimulated } from "../../core/engine-error.ts";
import type { Network } from "../../shell/process.ts";
import { cost } from "../solve/cost.ts";
import { type Failed, failed } from "../solve/outcome.ts";

/**
 * ADD of a URL: what comes of asking. Of the outside world nothing is known; on the machine itself a port may be closed
 * (recording build/copy/add-url-offline).
 *
 * @throws {EngineError} NOT_SIMULATED for any address that might answer
 */
export function fetchRemote(source: string, instruction: string, network: Network | undefined): Failed {
  const match = /^(https?):\/\/([^/:?#]+|\[[^\]]*\])(?::(\d+))?/.exec(source);
  if (match && network?.request(source, "GET", new Map(), "") === "refused") {
    const [, scheme, host = "", port = scheme === "https" ? "443" : "80"] = match;
    const address = host === "localhost" ? "[::1]" : host;
    const error = `Get "${source}": dial tcp ${address}:${port}: connect: connection refused`;
    return { ...failed(error, cost.copy, `failed to load cache key: ${error}`), placeless: true };
  }
  // Git over SSH asks for the client's keys before anything else, and without --ssh there are none [measured on Docker 28.5.2].
  if (/^(?:ssh:\/\/|git@)/.test(source))
    return { ...failed("unset ssh forward key default", cost.copy), placeless: true };
  throw notSimulated(`\`${instruction} ${source}\``, "The real one would download it.");
}
