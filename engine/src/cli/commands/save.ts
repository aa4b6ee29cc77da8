import { textOf } from "../../shell/bytes-text.ts";
import { findImage, isIdOf, referencesOf } from "../../daemon/find-image.ts";
import { saveImages } from "../../daemon/archives/save-images.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import { Content } from "../../vfs/content.ts";
import { dirname, join } from "../../vfs/path.ts";
import type { Command } from "../command.ts";

export const save: Command = {
  names: ["save", "image save"],
  usage: "[OPTIONS] IMAGE [IMAGE...]",
  summary: "Save one or more images to a tar archive (streamed to STDOUT by default)",
  arity: [1, Infinity],
  flags: [
    { name: "output", short: "o", kind: "string", help: "Write to a file, instead of STDOUT" },
    {
      name: "platform",
      kind: "string",
      help: 'Save only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
      lacking: "save only that platform's variant",
    },
  ],
  run(call) {
    const { daemon } = call;
    const output = call.get("output");
    const path = join(call.directory, output);
    if (output !== "" && !call.files.exists(dirname(path)))
      return call.fail(
        `failed to save image: invalid output path: stat ${dirname(output)}: no such file or directory`,
      );
    const wanted: { image: (typeof daemon.state.images)[number]; names: string[] }[] = [];
    for (const name of call.args) {
      const image = findImage(daemon.state, name);
      if ("error" in image)
        return call.fail(
          `Error response from daemon: ${image.missing ? "reference does not exist" : image.error}`,
        );
      const reference = parseReference(name);
      const byId = isIdOf(image, name);
      const tags =
        byId || "error" in reference
          ? []
          : [qualifiedName(reference)].filter(
              (one) => !one.includes("@") && referencesOf(daemon.state, image).includes(one),
            );
      const known = wanted.find((one) => one.image === image);
      if (known) known.names.push(...tags);
      else wanted.push({ image, names: tags });
    }
    const bytes = saveImages(wanted);
    daemon.state = { ...daemon.state, pushed: [...daemon.state.pushed, ...wanted.map(({ image }) => image)] };
    if (output === "") call.out(textOf(bytes));
    else call.files.write(path, Content.of(bytes));
    return 0;
  },
};
