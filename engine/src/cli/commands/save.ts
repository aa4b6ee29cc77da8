import { textOf } from "../../shell/text/bytes-text.ts";
import { findImage, isIdOf, referencesOf } from "../../daemon/images/find-image.ts";
import { saveImages } from "../../daemon/archives/save-images.ts";
import { parseReference, qualifiedName } from "../../oci/reference.ts";
import { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import type { Image } from "../../build/image/image.ts";
import type { DaemonState } from "../../daemon/state.ts";
import { askedPlatform } from "../build/asked-platform.ts";
import type { Command } from "../command.ts";
import { outputProblem } from "../build/output-problem.ts";

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
    },
  ],
  run(call) {
    const { daemon } = call;
    const asked = askedPlatform(call.get("platform"));
    if ("error" in asked) return call.fail(asked.error);
    const output = call.get("output");
    const path = join(call.directory, output);
    const problem = output === "" ? undefined : outputProblem(call, output);
    if (problem !== undefined) return call.fail(`failed to save image: ${problem}`);
    const wanted: { image: Image; names: string[] }[] = [];
    const take = (image: Image, names: readonly string[]): void => {
      const known = wanted.find((one) => one.image === image);
      if (known) known.names.push(...names.filter((name) => !known.names.includes(name)));
      else wanted.push({ image, names: [...names] });
    };
    for (const name of call.args) {
      const reference = parseReference(name);
      const all = everyTag(daemon.state, reference);
      for (const [tag, image] of all) take(image, [tag]);
      if (all.length > 0) continue;
      const image = findImage(daemon.state, name);
      if ("error" in image) {
        const tagged = !("error" in reference) && reference.tag !== undefined && !name.startsWith("sha256:");
        const words = !image.missing
          ? image.error
          : tagged
            ? "reference does not exist"
            : `No such image: ${name}`;
        return call.fail(`Error response from daemon: ${words}`);
      }
      const byId = isIdOf(image, name);
      const tags =
        byId || "error" in reference
          ? []
          : [qualifiedName(reference)].filter(
              (one) => !one.includes("@") && referencesOf(daemon.state, image).includes(one),
            );
      take(image, tags);
    }
    if (!asked.own)
      return call.fail(
        `Error response from daemon: no suitable export target found for platform ${asked.platform}`,
      );
    const bytes = saveImages(wanted);
    daemon.state = { ...daemon.state, pushed: [...daemon.state.pushed, ...wanted.map(({ image }) => image)] };
    if (output === "") call.out(textOf(bytes));
    else call.files.write(path, Content.of(bytes));
    return 0;
  },
};

/** A name without tag and digest is all of a repository's tags [measured on Docker 28.5.2]. */
function everyTag(
  state: DaemonState,
  reference: ReturnType<typeof parseReference>,
): readonly (readonly [name: string, image: Image])[] {
  if ("error" in reference || reference.tag !== undefined || reference.digest !== undefined) return [];
  const start = `${reference.registry}/${reference.repository}:`;
  return [...state.references]
    .filter(([name]) => name.startsWith(start) && !name.includes("@"))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
