import { toBase64 } from "../../core/base64.ts";
import { decode, encode } from "../../core/bytes.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { familiarName, parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import type { Command } from "../command.ts";
import { findManifest, type FoundManifest } from "../images/find-manifest.ts";

/** What docker.io says of a repository that is not there or not yours, as this command prints it. */
const DENIED =
  "errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n";

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
    },
  ],
  run(call) {
    const [first = "", second] = call.args;
    if (second !== undefined) {
      const list = parseReference(first);
      // Lists are made by a command that is lacking.
      return call.fail(
        "error" in list ? list.error : `No such manifest: ${qualifiedName(withDefaultTag(list))}`,
      );
    }
    const asked = parseReference(first);
    if (!("error" in asked) && asked.registry !== "docker.io" && !call.on("insecure"))
      return call.fail(`no such manifest: ${qualifiedName(withDefaultTag(asked))}`);
    const found = findManifest(call, first, {
      bad: (reason) => reason,
      missing: (name) =>
        name.registry === "docker.io" ? DENIED : `no such manifest: ${qualifiedName(name)}`,
    });
    if (typeof found === "number") return found;
    const manifest: unknown = JSON.parse(found.manifest.text);
    call.out(`${JSON.stringify(call.on("verbose") ? described(found, manifest) : manifest, null, "\t")}\n`);
    return 0;
  },
};

/** The manifest with what describes it (docker/cli, manifest/types, ImageManifest). */
function described({ manifest, reference, blob }: FoundManifest, parsed: unknown): object {
  const { config } = parsed as { readonly config?: { readonly digest?: string } };
  const bytes = blob(config?.digest ?? "");
  if (!bytes || /list|index/.test(manifest.mediaType))
    throw notSimulated("the platforms of this manifest", "print the descriptor of each");
  const { architecture, os, variant } = JSON.parse(decode(bytes)) as Readonly<Record<string, unknown>>;
  const text = encode(manifest.text);
  const isOci = manifest.mediaType.startsWith("application/vnd.oci.");
  return {
    Ref:
      reference.registry === "docker.io"
        ? `docker.io/${reference.repository}:${reference.tag}`
        : familiarName(reference),
    Descriptor: {
      mediaType: manifest.mediaType,
      digest: manifest.digest,
      size: text.length,
      platform: { architecture, os, ...(variant !== undefined && { variant }) },
    },
    Raw: toBase64(text),
    [isOci ? "OCIManifest" : "SchemaV2Manifest"]: parsed,
  };
}
