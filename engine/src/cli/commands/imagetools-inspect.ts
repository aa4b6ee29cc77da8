import { qualifiedName } from "../../oci/reference.ts";
import type { Command } from "../command.ts";
import { findManifest } from "../find-manifest.ts";

export const imagetoolsInspect: Command = {
  names: ["buildx imagetools inspect"],
  usage: "[OPTIONS] NAME",
  summary: "Show details of an image in the registry",
  arity: [1, 1],
  flags: [
    { name: "raw", kind: "bool", help: "Show original, unformatted JSON manifest" },
    { name: "format", kind: "string", help: "", lacking: "print the fields that a template picks" },
  ],
  run(call) {
    const found = findManifest(
      call,
      call.args[0] ?? "",
      (name) => `ERROR: ${qualifiedName(name)}: not found`,
    );
    if (typeof found === "number") return found;
    const { manifest, reference } = found;
    if (call.on("raw")) {
      call.out(manifest.text);
      return 0;
    }
    call.out(`Name:      ${qualifiedName(reference)}\n`);
    call.out(`MediaType: ${manifest.mediaType}\n`);
    call.out(`Digest:    ${manifest.digest}\n`);
    return 0;
  },
};
