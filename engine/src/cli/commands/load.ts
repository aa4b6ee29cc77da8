import { bytesOf } from "../../shell/bytes-text.ts";
import { readArchive } from "../../daemon/image-archive.ts";
import { keepImage, tagImage } from "../../daemon/tag-image.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import { join } from "../../vfs/path.ts";
import type { Command } from "../command.ts";

export const load: Command = {
  names: ["load", "image load"],
  usage: "[OPTIONS]",
  summary: "Load an image from a tar archive or STDIN",
  arity: [0, 0],
  flags: [
    { name: "input", short: "i", kind: "string", help: "Read from tar archive file, instead of STDIN" },
    { name: "quiet", short: "q", kind: "bool", help: "Suppress the load output" },
    { name: "platform", kind: "string", help: "", lacking: "load only that platform's variant" },
  ],
  run(call) {
    const { daemon } = call;
    const input = call.get("input");
    const content = input === "" ? undefined : call.files.read(join(call.directory, input));
    if (typeof content === "string")
      return call.fail(
        `open ${input}: ${content === "ENOENT" ? "no such file or directory" : "permission denied"}`,
      );
    const bytes = content ? content.bytes : bytesOf(call.stdin());
    const archive = bytes && readArchive(bytes);
    if (!archive)
      return call.fail(
        "Drydock loads only archives that its own `docker save` wrote. The real one would read the images in it.",
        125,
      );
    for (const { id, names } of archive) {
      const image = [...daemon.state.images, ...daemon.state.pushed].find((one) => one.id === id);
      if (!image)
        return call.fail(
          "Drydock loads only images of this machine. The real one would unpack the layers in the archive.",
          125,
        );
      const kept = keepImage(daemon.state, image);
      daemon.state = kept.state;
      for (const name of names) {
        const reference = parseReference(name);
        if ("error" in reference) continue;
        daemon.state = tagImage(daemon.state, kept.image, qualifiedName(reference));
        call.out(`Loaded image: ${name}\n`);
      }
      if (names.length === 0) call.out(`Loaded image ID: ${id}\n`);
    }
    return 0;
  },
};
