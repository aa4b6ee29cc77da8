import { loadImages } from "../../daemon/archives/load-images.ts";
import { imageEvent } from "../../daemon/events/image-event.ts";
import { newId } from "../../daemon/new-id.ts";
import { keepImage, tagImage } from "../../daemon/images/tag-image.ts";
import { familiarName, parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import { bytesOf } from "../../shell/text/bytes-text.ts";
import { join } from "../../vfs/path.ts";
import { askedPlatform } from "../build/asked-platform.ts";
import type { Command } from "../command.ts";
import { loadingLayers } from "../images/loading-layers.ts";
import { transferView } from "../images/transfer-view.ts";

export const load: Command = {
  names: ["load", "image load"],
  usage: "[OPTIONS]",
  summary: "Load an image from a tar archive or STDIN",
  arity: [0, 0],
  flags: [
    { name: "input", short: "i", kind: "string", help: "Read from tar archive file, instead of STDIN" },
    { name: "quiet", short: "q", kind: "bool", help: "Suppress the load output" },
    {
      name: "platform",
      kind: "string",
      help: 'Load only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
    },
  ],
  run(call) {
    const { daemon } = call;
    const asked = askedPlatform(call.get("platform"));
    if ("error" in asked) return call.fail(asked.error);
    const input = call.get("input");
    const content = input === "" ? undefined : call.files.read(join(call.directory, input));
    if (content === "EISDIR")
      return call.fail(
        `error during connect: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.51/images/load?quiet=1": read ${input}: is a directory`,
      );
    if (typeof content === "string")
      return call.fail(
        `open ${input}: ${content === "ENOENT" ? "no such file or directory" : "permission denied"}`,
      );
    const text = content ? "" : call.stdin();
    if (!content && text === "" && call.terminal)
      return call.fail("requested load from stdin, but stdin is empty");
    const bytes = content ? content.bytes : bytesOf(text);
    if (!bytes)
      return call.fail(
        `Drydock does not hold the bytes of ${input}. The real one would load the images in it.`,
        125,
      );
    const { id, state } = newId(daemon.state, daemon.seed);
    const folder = `${state.dataRoot}/tmp/docker-import-${Number.parseInt(id.slice(0, 8), 16)}`;
    const loaded = loadImages(state, bytes, folder);
    if ("error" in loaded) return call.fail(loaded.error);
    // An archive without an image, and one whose images are for another machine, end in an empty line.
    if (loaded.length === 0 || !asked.own) {
      call.out("\n");
      return 0;
    }
    if (call.terminal && !call.on("quiet")) {
      const messages = loadingLayers(state, loaded);
      call.out("", transferView(messages));
      daemon.clock.elapse(messages.at(-1)?.at ?? 0);
    }
    daemon.state = { ...daemon.state, counter: state.counter };
    let ids = "";
    for (const { image, names } of loaded) {
      const kept = keepImage(daemon.state, image);
      daemon.state = kept.state;
      ids += `Loaded image ID: ${kept.image.id}\n`;
      for (const name of names) {
        const reference = parseReference(name);
        if ("error" in reference) return call.fail(`Error response from daemon: ${reference.error}`);
        const shown = familiarName(withDefaultTag(reference));
        const before = daemon.state.references.get(qualifiedName(reference));
        if (before && before !== kept.image)
          call.out(
            `The image ${shown} already exists, renaming the old one with ID ${before.id} to empty string\n`,
          );
        daemon.state = tagImage(daemon.state, kept.image, qualifiedName(reference));
        call.out(`Loaded image: ${shown}\n`);
      }
      daemon.state = imageEvent(daemon.state, "load", kept.image.id, kept.image.id);
    }
    // Ids are told where the last image has no name (moby/moby, image/tarexport/load.go).
    if (loaded.at(-1)?.names.length === 0) call.out(ids);
    return 0;
  },
};
