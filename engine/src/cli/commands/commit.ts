import { applyChanges } from "../../daemon/images/apply-changes.ts";
import { commitContainer } from "../../daemon/images/commit-container.ts";
import { tagImage } from "../../daemon/images/tag-image.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const commit: Command = {
  names: ["commit", "container commit"],
  usage: "[OPTIONS] CONTAINER [REPOSITORY[:TAG]]",
  summary: "Create a new image from a container's changes",
  arity: [1, 2],
  flags: [
    {
      name: "author",
      short: "a",
      kind: "string",
      help: 'Author (e.g., "John Hannibal Smith <hannibal@a-team.com>")',
    },
    { name: "message", short: "m", kind: "string", help: "Commit message" },
    { name: "pause", short: "p", kind: "bool", default: "true", help: "Pause container during commit" },
    {
      name: "change",
      short: "c",
      kind: "list",
      help: "Apply Dockerfile instruction to the created image",
    },
  ],
  run(call) {
    const [name = "", target] = call.args;
    const reference = target === undefined ? undefined : parseReference(target);
    if (reference && "error" in reference) return call.fail(reference.error);
    const container = lookUp(call, name);
    if (!container) return 1;
    const { state } = call.daemon;
    if (!state.images.includes(container.image)) {
      const digest = container.image.id;
      return call.fail(
        `Error response from daemon: failed to get digest ${digest}: open ${state.dataRoot}/image/overlay2/imagedb/content/${digest.replace(":", "/")}: no such file or directory`,
      );
    }
    const config = applyChanges(container.config, call.all("change"));
    if ("error" in config) return call.fail(`Error response from daemon: ${config.error}`);
    const made = commitContainer(call.daemon.state, container, {
      config,
      author: call.get("author"),
      message: call.get("message"),
    });
    call.daemon.state = reference ? tagImage(made.state, made.image, qualifiedName(reference)) : made.state;
    call.out(`${made.image.id}\n`);
    return 0;
  },
};
