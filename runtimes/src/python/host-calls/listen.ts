import type { FileSystem } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

/** The first port that Linux hands out by itself (net.ipv4.ip_local_port_range). */
const FIRST_FREE = 32_768;

/**
 * `{host, port}`: binds and listens; port 0 takes a free one. @returns `{port}`, or `{errno}`: EADDRINUSE, EADDRNOTAVAIL,
 * EACCES. Inside a container every user may take ports below 1024 (Docker sets net.ipv4.ip_unprivileged_port_start to 0).
 */
export const listen: HostCall = {
  name: "listen",
  answer(caller, question) {
    const { kernel, files } = caller.process;
    const host = question.text("host") || "0.0.0.0";
    if (
      !/^(0\.0\.0\.0|::1?|localhost|127\.[\d.]+)$/.test(host) &&
      !ownAddresses(files, kernel.hostname).includes(host)
    )
      return { errno: "EADDRNOTAVAIL" };
    const taken = (port: number): boolean => caller.bound.has(port) || kernel.isTaken(port);
    let port = question.number("port");
    if (port === 0) for (port = FIRST_FREE; taken(port);) port++;
    else if (taken(port)) return { errno: "EADDRINUSE" };
    caller.bound.set(port, host);
    return { port };
  },
};

/** What /etc/hosts has for the machine's own name: Docker writes its address there. */
function ownAddresses(files: FileSystem, hostname: string): string[] {
  const hosts = files.read("/etc/hosts");
  const lines = (typeof hosts === "string" ? "" : (hosts.text ?? "")).split("\n");
  return lines.flatMap((line) => {
    const [address = "", ...names] = line.split(/\s+/);
    return names.includes(hostname) ? [address] : [];
  });
}
