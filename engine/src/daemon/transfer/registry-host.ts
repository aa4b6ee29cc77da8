import { notSimulated } from "../../core/engine-error.ts";

/** The name under which the world knows a registry: one on this machine is at 127.0.0.1, however it is called. */
export const registryHost = (host: string): string =>
  host.replace(/^(?:localhost|\[::1\])(?=:|$)/, "127.0.0.1");

/**
 * What the engine says where no registry answers at a host, which it asks without TLS since it is this machine [recordings
 * cli/registry/login, push-errors].
 * @throws {EngineError} NOT_SIMULATED for any other machine
 */
export function refused(host: string): string {
  const at = registryHost(host);
  if (!at.startsWith("127.")) throw notSimulated(`the registry ${host}`, "ask it over the network");
  return `Get "http://${host}/v2/": dial tcp ${at.includes(":") ? at : `${at}:80`}: connect: connection refused`;
}
