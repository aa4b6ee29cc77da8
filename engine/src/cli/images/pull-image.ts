import type { Image } from "../../build/image/image.ts";
import { pull } from "../../daemon/transfer/pull.ts";
import type { TransferMessage } from "../../daemon/transfer/transfer-message.ts";
import { imageEvent } from "../../daemon/events/image-event.ts";
import { familiarName, type Reference } from "../../oci/reference.ts";
import type { Station } from "../command.ts";
import { storedLogin } from "../login/credentials.ts";

/** Pulls one image, which takes its time. `error` is all after `Error response from daemon: `. */
export function pullImage(
  station: Station,
  reference: Reference,
): { readonly image: Image; readonly messages: readonly TransferMessage[] } | { readonly error: string } {
  const { daemon } = station;
  const pulled = pull(daemon.state, daemon.hub, reference, storedLogin(station, reference.registry));
  if ("error" in pulled) return pulled;
  daemon.state = pulled.state;
  daemon.clock.elapse(pulled.messages.at(-1)?.at ?? 0);
  const name = familiarName(reference);
  daemon.state = imageEvent(daemon.state, "pull", name, name.replace(/[:@][^/]*$/, ""));
  return pulled;
}
