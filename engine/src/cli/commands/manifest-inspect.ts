import { qualifiedName } from "../../oci/reference.ts";
import type { Command } from "../command.ts";
import { findManifest } from "../find-manifest.ts";

export const manifestInspect: Command = {
  names: ["manifest inspect"],
  usage: "[OPTIONS] [MANIFEST_LIST] MANIFEST",
  summary: "Display an image manifest, or manifest list",
  arity: [1, 2],
  flags: [
    { name: "insecure", kind: "bool", help: "Allow communication with an insecure registry" },
    {
      name: "verbose",
      short: "v",
      kind: "bool",
      help: "Output additional info including layers and platform",
      lacking: "print the descriptor and the platform as well",
    },
  ],
  run(call) {
    const found = findManifest(
      call,
      call.args.at(-1) ?? "",
      (name) => `no such manifest: ${qualifiedName(name)}`,
    );
    if (typeof found === "number") return found;
    call.out(`${JSON.stringify(JSON.parse(found.manifest.text), null, "\t")}\n`);
    return 0;
  },
};
