import { decode, encode } from "../../core/bytes.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Json } from "../../core/json.ts";
import { qualifiedName } from "../../oci/reference.ts";
import { builderProblem, buildxFlags } from "../build/buildx-flags.ts";
import type { Call, Command } from "../command.ts";
import { findManifest, type FoundManifest } from "../images/find-manifest.ts";
import { imageSpecView, noAttestation } from "../inspect/image-spec-view.ts";
import { compileTemplate } from "../template/template.ts";
import { Typed } from "../template/typed.ts";
import type { Value } from "../template/value.ts";

export const imagetoolsInspect: Command = {
  names: ["buildx imagetools inspect"],
  usage: "[OPTIONS] NAME",
  summary: "Show details of an image in the registry",
  arity: [1, 1],
  flags: [
    ...buildxFlags,
    { name: "format", kind: "string", help: "Format the output using the given Go template" },
    { name: "raw", kind: "bool", help: "Show original, unformatted JSON manifest" },
  ],
  run(call) {
    const format = call.get("format");
    if (format !== "" && call.on("raw")) return call.fail("ERROR: format and raw cannot be used together");
    const builder = builderProblem(call.get("builder"));
    if (builder !== undefined) return call.fail(`ERROR: ${builder}`);
    const found = findManifest(call, call.args[0] ?? "", {
      bad: (reason) => `ERROR: ${reason}`,
      missing: (name) => `ERROR: ${qualifiedName(name)}: not found`,
    });
    if (typeof found === "number") return found;
    const { manifest, reference } = found;
    if (call.on("raw")) {
      call.out(manifest.text);
      return 0;
    }
    if (/list|index/.test(manifest.mediaType))
      throw notSimulated("a list of platforms here", "show the manifest of each platform");
    // Who asks for the manifest as it is printed gets the plain text (docker/buildx, util/imagetools/printers.go).
    if (format === "" || format.startsWith("{{.Manifest")) {
      call.out(
        `Name:      ${qualifiedName(reference)}\nMediaType: ${manifest.mediaType}\nDigest:    ${manifest.digest}\n`,
      );
      return 0;
    }
    return print(call, format, found);
  },
};

function print(call: Call, format: string, { manifest, reference, blob }: FoundManifest): number {
  const template = compileTemplate(format);
  if ("error" in template) return call.fail(`ERROR: ${template.error}`);
  // A time is printed as Go does, and a whole image with its times.
  if (/\.Created\b|\{\{-? *\.(?:Image)? *-?\}\}/.test(format.replaceAll(/json [^}]*/g, "json")))
    throw notSimulated("an image's times in a template", "print them");
  const config: unknown = JSON.parse(decode(configOf(manifest.text, blob)));
  const data: Readonly<Record<string, Value>> = {
    Name: qualifiedName(reference),
    Manifest: new Typed(
      "v1.Descriptor",
      {
        MediaType: manifest.mediaType,
        Digest: manifest.digest,
        Size: encode(manifest.text).length,
      },
      { MediaType: "mediaType", Digest: "digest", Size: "size" },
    ),
    Image: imageSpecView(config as Json),
    Provenance: noAttestation("imagetools.provenanceStub", "SLSA"),
    SBOM: noAttestation("imagetools.sbomStub", "SPDX"),
  };
  const { text, error } = template.renderIndented(
    new Typed("imagetools.tplInput", data, {
      Name: "name",
      Manifest: "manifest",
      Image: "image",
      Provenance: "",
      SBOM: "",
    }),
  );
  call.out(text);
  return error === undefined ? 0 : call.fail(`ERROR: ${error}`);
}

function configOf(manifest: string, blob: FoundManifest["blob"]): Uint8Array {
  const { config } = JSON.parse(manifest) as { readonly config?: { readonly digest?: string } };
  const bytes = blob(config?.digest ?? "");
  if (!bytes) throw notSimulated("an image whose config is not here", "fetch it from the registry");
  return bytes;
}
