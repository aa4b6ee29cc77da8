import type { BuildResult, Image } from "@drydock/engine";
import type { Subject } from "../subject.ts";

/** The image of a build that has been seen to end well. */
export function imageOf(result: BuildResult): Image {
  if (!result.image) throw new Error("a check looked at the image of a build that failed");
  return result.image;
}

export const imageOfSubject = (subject: Subject): Image => imageOf(subject.build());
