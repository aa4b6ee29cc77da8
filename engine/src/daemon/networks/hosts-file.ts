import type { Container } from "../containers/container.ts";
import { linksOf } from "./links.ts";
import type { DaemonState } from "../state.ts";

const LOCAL =
  "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\nff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n";

/** A container's /etc/hosts: this machine, `--add-host`, linked containers, and its own name at each of its addresses. */
export function hostsFile(state: DaemonState, container: Container): string {
  const { options, endpoints, hostname } = container;
  const own = options.domainName === undefined ? hostname : `${hostname}.${options.domainName} ${hostname}`;
  return (
    LOCAL +
    [
      ...options.extraHosts.map(([host, address]) => `${address}\t${host}\n`),
      ...linksOf(state, container).map(({ address, names }) => `${address}\t${names.join(" ")}\n`),
      ...endpoints.flatMap(({ address }) => (address === "" ? [] : [`${address}\t${own}\n`])),
    ].join("")
  );
}
