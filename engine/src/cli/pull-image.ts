import type { Image } from "../build/image.ts";
import { pull } from "../daemon/pull.ts";
import type { Reference } from "../oci/reference.ts";
import type { Station } from "./command.ts";
import { storedLogin } from "./credentials.ts";

/** Pulls one image and prints how. `error` is all after `Error response from daemon: `. */
export function pullImage(
  station: Station,
  reference: Reference,
): { readonly image: Image } | { readonly error: string } {
  const { daemon } = station;
  const pulled = pull(daemon.state, daemon.hub, reference, storedLogin(station, reference.registry));
  if ("error" in pulled) return pulled;
  daemon.state = pulled.state;
  for (const line of pulled.lines) station.out(`${line}\n`);
  return { image: pulled.image };
}
