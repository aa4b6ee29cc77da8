import type { Site, VirtualServer } from "./site.ts";

/** How well a server's name fits a host: exact, `*.name`, `name.*`, patterns; 0 is not at all. */
function fit(name: string, host: string): number {
  if (name.toLowerCase() === host) return 1e6;
  if (name.startsWith("*.") && host.endsWith(name.slice(1))) return 1000 + name.length;
  if (name.startsWith(".") && (host === name.slice(1) || host.endsWith(name))) return 1000 + name.length;
  if (name.endsWith(".*") && host.startsWith(name.slice(0, -1))) return name.length;
  return 0;
}

/**
 * The server that answers on a port for the host that a request names; without a fitting name the port's default one, which
 * is the first if none says so (nginx.org/en/docs/http/request_processing.html).
 */
export function chooseServer(site: Site, port: number, host: string): VirtualServer | undefined {
  const here = site.servers.filter(({ listens }) => listens.some((one) => one.port === port));
  const asked = host.replace(/:\d+$/, "").toLowerCase();
  let best: VirtualServer | undefined;
  let most = 0;
  for (const server of here) {
    const score = Math.max(...server.names.map((name) => fit(name, asked)));
    if (score > most) {
      best = server;
      most = score;
    }
  }
  return (
    best ?? here.find(({ listens }) => listens.some((one) => one.port === port && one.isDefault)) ?? here[0]
  );
}
