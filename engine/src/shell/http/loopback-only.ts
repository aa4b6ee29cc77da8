import { isLoopback, parseUrl } from "./parse-url.ts";
import type { Network } from "../process.ts";

/**
 * A network namespace with its loopback only, as `--network none` gives it: no name server answers, nobody listens. What is
 * said to an address elsewhere is left open.
 */
export const loopbackOnly: Network = {
  address: null,
  request(url) {
    const { host } = parseUrl(url);
    if (isLoopback(host)) return "refused";
    return /^[\d.]+$|^\[/.test(host) ? undefined : "unresolved";
  },
};
