import { createImage, type Image } from "../../build/image/image.ts";
import { createLayer } from "../../build/image/layer.ts";
import { isoTime } from "../../core/iso-time.ts";
import type { ContainerConfig } from "../../oci/image-config.ts";
import { type Container, treeAt } from "../containers/container.ts";
import { commandOf } from "../containers/create-container.ts";
import type { DaemonState } from "../state.ts";
import { keepById } from "./tag-image.ts";

/** `docker commit`: what the container changed becomes one layer on its image (moby daemon/commit.go). */
export function commitContainer(
  state: DaemonState,
  container: Container,
  about: { readonly author: string; readonly message: string; readonly config?: ContainerConfig },
): { readonly state: DaemonState; readonly image: Image } {
  const base = container.image;
  const created = isoTime(state.time);
  const layer = createLayer(base.tree, treeAt(container, state.time));
  const image = createImage({
    config: {
      architecture: base.config.architecture,
      os: base.config.os,
      ...(about.author !== "" && { author: about.author }),
      created,
      config: about.config ?? container.config,
      history: [
        ...base.config.history,
        {
          created,
          ...(about.author !== "" && { author: about.author }),
          created_by: commandOf(container.config).join(" "),
          ...(about.message !== "" && { comment: about.message }),
        },
      ],
    },
    layers: [...base.layers, layer],
  });
  const kept = keepById(state, image);
  return {
    state: { ...kept.state, parents: new Map(kept.state.parents).set(kept.image, base) },
    image: kept.image,
  };
}
