import { type Exchange, hostOf } from "./exchange.ts";
import type { Scope } from "./scope.ts";

/** A path as the whole address that a client is sent to: nginx names the port that it listens on, not the published one. */
export function absolute(exchange: Exchange, scope: Scope, to: string): string {
  if (!to.startsWith("/") || !scope.isOn("absolute_redirect", true)) return to;
  const port = exchange.port === 80 || !scope.isOn("port_in_redirect", true) ? "" : `:${exchange.port}`;
  return `http://${hostOf(exchange)}${port}${to}`;
}
