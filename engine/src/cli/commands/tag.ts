import { findImage } from "../../daemon/images/find-image.ts";
import { tagImage } from "../../daemon/images/tag-image.ts";
import { imageEvent } from "../../daemon/events/image-event.ts";
import { familiarName, parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import type { Command } from "../command.ts";

export const tag: Command = {
  names: ["tag", "image tag"],
  usage: "SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]",
  summary: "Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE",
  arity: [2, 2],
  flags: [],
  interspersed: false,
  run(call) {
    const [source = "", target = ""] = call.args;
    const { daemon } = call;
    const name = parseReference(target);
    if ("error" in name)
      return call.fail(
        `Error parsing reference: ${JSON.stringify(target)} is not a valid repository/tag: ${name.error}`,
      );
    if (name.digest !== undefined) return call.fail("refusing to create a tag with a digest reference");
    if (source === "")
      return call.fail('Error parsing reference: "" is not a valid repository/tag: invalid reference format');
    const image = findImage(daemon.state, source);
    if ("error" in image) return call.fail(`Error response from daemon: ${image.error}`);
    if (familiarName(name).split(":")[0] === "sha256")
      return call.fail(
        "Error response from daemon: refusing to create an ambiguous tag using digest algorithm as name",
      );
    const tagged = tagImage(daemon.state, image, qualifiedName(name));
    daemon.state = imageEvent(tagged, "tag", image.id, familiarName(withDefaultTag(name)));
    return 0;
  },
};
