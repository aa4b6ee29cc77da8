import type { Image } from "../../build/image/image.ts";
import { findImage } from "../../daemon/images/find-image.ts";
import { familiarName, parseReference, withDefaultTag } from "../../oci/reference.ts";
import type { Call } from "../command.ts";
import { pullImage } from "../images/pull-image.ts";
import { transferText, transferView } from "../images/transfer-view.ts";

/** The image that `run` and `create` start from, pulled where it is not here; `error` is all after `docker: `. */
export function getImage(call: Call, name: string): Image | { readonly error: string } {
  const { daemon } = call;
  const here = findImage(daemon.state, name);
  const policy = call.get("pull");
  if ("error" in here && !here.missing) return { error: here.error };
  if (!("error" in here) && policy !== "always") return here;
  if (policy === "never")
    return "error" in here ? { error: `Error response from daemon: ${here.error}` } : here;
  const reference = parseReference(name);
  if ("error" in reference) return { error: reference.error };
  if ("error" in here && !call.on("quiet"))
    call.err(`Unable to find image '${familiarName(withDefaultTag(reference))}' locally\n`);
  const pulled = pullImage(call, withDefaultTag(reference));
  if ("error" in pulled) return { error: `Error response from daemon: ${pulled.error}` };
  if (!call.on("quiet")) call.err(transferText(pulled.messages), transferView(pulled.messages));
  return pulled.image;
}
