import { legacyBuild } from "../../daemon/legacy-builder/legacy-build.ts";
import { familiarName, parseReference, qualifiedName, withDefaultTag } from "../../oci/reference.ts";
import { join } from "../../vfs/path.ts";
import { buildInput } from "../build/build-input.ts";
import type { Call, Command } from "../command.ts";
import { writeText } from "../build/export-files.ts";
import type { Flag } from "../words/flag.ts";
import { legacyBuildFlags } from "./legacy-build-flags.ts";
import { pullImage } from "../images/pull-image.ts";
import { transferText } from "../images/transfer-view.ts";

/** What the client says before it does anything else with this builder [recording cli/system/legacy]. */
export const DEPRECATED = `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0
            environment-variable.

`;

const badTag = (text: string): string | undefined => {
  const reference = parseReference(text);
  return "error" in reference ? reference.error : undefined;
};
const flags: readonly Flag[] = legacyBuildFlags.map((flag) =>
  flag.name === "tag" ? { ...flag, refuse: badTag } : flag,
);

/** `docker build` where DOCKER_BUILDKIT=0 asks for the builder before BuildKit. */
export const legacyBuildCommand: Command = {
  names: ["image build", "build", "builder build"],
  usage: "[OPTIONS] PATH | URL | -",
  summary: "Build an image from a Dockerfile",
  arity: [1, 1],
  flags,
  run(call) {
    const input = buildInput(call);
    if ("error" in input) return call.fail(input.error);
    const { request } = input;
    if (request.dockerfile.text === undefined) {
      const path = join(call.directory, call.get("file") || `${call.args[0] ?? ""}/Dockerfile`);
      return call.fail(
        `unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat ${path}: no such file or directory`,
      );
    }
    const tags = (request.tags ?? []).flatMap((name) => {
      const reference = parseReference(name);
      return "error" in reference ? [] : [withDefaultTag(reference)];
    });
    const quiet = call.on("quiet");
    const ended = legacyBuild(call.daemon, {
      request: { ...request, tags: tags.map(qualifiedName) },
      quiet,
      removes: call.get("rm") !== "false",
      base: (name) => baseImage(call, name, quiet),
      network: call.network(call.daemon),
      say: (text) => call.out(text),
    });
    if ("error" in ended) return call.fail(ended.error, ended.exitCode);
    for (const tag of quiet ? [] : tags) call.out(`Successfully tagged ${familiarName(tag)}\n`);
    if (quiet) call.out(`${ended.image.id}\n`);
    if (call.get("iidfile") !== "") writeText(call, call.get("iidfile"), ended.image.id);
    return 0;
  },
};

/** The base of a FROM: with `--pull` always asked for at its registry. */
function baseImage(
  call: Call,
  name: string,
  quiet: boolean,
): ReturnType<Parameters<typeof legacyBuild>[1]["base"]> {
  const reference = parseReference(name);
  if ("error" in reference) return { error: `failed to parse ${JSON.stringify(name)}: ${reference.error}` };
  const wanted = withDefaultTag(reference);
  const here = call.daemon.state.references.get(qualifiedName(wanted));
  if (here && !call.on("pull")) return here;
  const pulled = pullImage(call, wanted);
  if ("error" in pulled) return pulled;
  if (!quiet) call.out(transferText(pulled.messages));
  return pulled.image;
}
