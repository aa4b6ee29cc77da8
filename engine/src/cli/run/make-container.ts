import type { Container } from "../../daemon/containers/container.ts";
import { type ContainerSpec, createContainer } from "../../daemon/containers/create-container.ts";
import { Content } from "../../vfs/content.ts";
import { specProblem } from "../../daemon/containers/spec-problem.ts";
import { join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";
import { getImage } from "./get-image.ts";

/** What `docker create` does, and `docker run` begins with; `error` is all after `docker: `. */
export function makeContainer(call: Call, spec: ContainerSpec): Container | { readonly error: string } {
  const { daemon, files } = call;
  const idFile = call.get("cidfile");
  const idPath = join(call.directory, idFile);
  if (idFile !== "" && files.exists(idPath))
    return {
      error: `container ID file found, make sure the other container isn't running or delete ${idFile}`,
    };
  const problem = specProblem(spec);
  if (problem !== undefined) return { error: `Error response from daemon: ${problem}` };
  const image = getImage(call, spec.imageName);
  if ("error" in image) return image;
  const created = createContainer(daemon.state, daemon.seed, image, spec);
  if ("error" in created) return { error: `Error response from daemon: ${created.error}` };
  daemon.state = created.state;
  if (idFile !== "" && files.write(idPath, Content.of(created.container.id)) !== undefined)
    return { error: `failed to create the container ID file: open ${idFile}: no such file or directory` };
  if (spec.options.network === "host" && spec.options.ports.length > 0)
    call.err("WARNING: Published ports are discarded when using host network mode\n");
  return created.container;
}
