import type { Image } from "@drydock/engine";

/** Environment of a container of this image, from its config. */
export function environment(image: Image): Map<string, string> {
  const out = new Map<string, string>();
  for (const pair of image.config.config.Env ?? []) {
    const at = pair.indexOf("=");
    if (at > 0) out.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return out;
}
