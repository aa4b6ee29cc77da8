import type { Image } from "../../build/image/image.ts";
import { shortId } from "../../core/digest.ts";
import { humanSize } from "../../core/size.ts";
import { sameImage } from "../../daemon/images/same-image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { familiarName, parseReference } from "../../oci/reference.ts";
import type { MachineChange } from "./change.ts";
import { compareNamed } from "./compare-named.ts";

/** Images by the tags that people know them by, and those that have none by their ids. */
function byName({ images, references }: DaemonState): Map<string, Image> {
  const tagged = new Map<string, Image>();
  for (const [name, image] of references) {
    const reference = parseReference(name);
    if (!("error" in reference) && reference.digest === undefined) tagged.set(familiarName(reference), image);
  }
  const all = new Set(references.values());
  for (const image of images) if (!all.has(image)) tagged.set(`<none> ${shortId(image.id)}`, image);
  return tagged;
}

export const imageChanges = (before: DaemonState, after: DaemonState): MachineChange[] =>
  before.references === after.references && before.images === after.images
    ? []
    : compareNamed(byName(before), byName(after), {
        what: "image",
        is: ({ size }) => humanSize(size),
        became: (old, now) =>
          sameImage(old, now)
            ? undefined
            : `another image: ${shortId(now.id)}, ${humanSize(now.size)}; it was ${shortId(old.id)}`,
      });
