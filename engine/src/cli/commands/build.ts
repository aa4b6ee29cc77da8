import type { BuildRequest } from "../../build/request.ts";
import type { Command } from "../command.ts";
import { buildInput } from "../build-input.ts";
import { exportFiles, writeText } from "../export-files.ts";
import { buildText } from "../build-text.ts";
import { checkText } from "../check-text.ts";

export const build: Command = {
  names: ["buildx build", "build", "builder build", "image build"],
  aliases: { "buildx b": "buildx build" },
  usage: "[OPTIONS] PATH | URL | -",
  summary: "Build an image from a Dockerfile",
  arity: [1, 1],
  flags: [
    { name: "build-arg", kind: "list", value: "stringArray", help: "Set build-time variables" },
    { name: "check", kind: "bool", help: 'Shorthand for "--call=check"' },
    { name: "file", short: "f", kind: "string", help: 'Name of the Dockerfile (default: "PATH/Dockerfile")' },
    { name: "iidfile", kind: "string", help: "Write the image ID to a file" },
    { name: "label", kind: "list", value: "stringArray", help: "Set metadata for an image" },
    { name: "load", kind: "bool", help: 'Shorthand for "--output=type=docker"' },
    { name: "no-cache", kind: "bool", help: "Do not use cache when building the image" },
    { name: "no-cache-filter", kind: "list", value: "stringArray", help: "Do not cache specified stages" },
    {
      name: "output",
      short: "o",
      kind: "list",
      value: "stringArray",
      help: 'Output destination (format: "type=local,dest=path")',
    },
    {
      name: "progress",
      kind: "string",
      default: "auto",
      help: 'Set type of progress output ("auto", "plain", "quiet")',
    },
    { name: "pull", kind: "bool", help: "Always attempt to pull all referenced images" },
    {
      name: "quiet",
      short: "q",
      kind: "bool",
      help: "Suppress the build output and print image ID on success",
    },
    {
      name: "secret",
      kind: "list",
      value: "stringArray",
      help: 'Secret to expose to the build (format: "id=mysecret[,src=/local/secret]")',
    },
    {
      name: "tag",
      short: "t",
      kind: "list",
      value: "stringArray",
      help: 'Image identifier (format: "[registry/]repository[:tag]")',
    },
    { name: "target", kind: "string", help: "Set the target build stage to build" },
    { name: "platform", kind: "list", help: "", lacking: "build for that platform" },
    { name: "push", kind: "bool", help: "", lacking: "push the image to its registry after the build" },
    { name: "ssh", kind: "list", help: "", lacking: "let the build use the SSH agent" },
    { name: "add-host", kind: "list", help: "", lacking: "add a line to /etc/hosts while the build runs" },
    { name: "allow", kind: "list", help: "", lacking: "allow the build to do more than usual" },
    {
      name: "build-context",
      kind: "list",
      help: "",
      lacking: "name another folder or image as a source of COPY --from",
    },
    { name: "builder", kind: "string", help: "", lacking: "use that builder" },
    { name: "cache-from", kind: "list", help: "", lacking: "read the cache of another machine" },
    { name: "cache-to", kind: "list", help: "", lacking: "save the cache for another machine" },
    { name: "call", kind: "string", help: "", lacking: "ask the Dockerfile instead of building it" },
    { name: "debug", short: "D", kind: "bool", help: "Enable debug logging" },
    { name: "metadata-file", kind: "string", help: "", lacking: "write what it built as JSON" },
    { name: "network", kind: "string", help: "", lacking: "run RUN in that network" },
    { name: "provenance", kind: "optional", help: "", lacking: "attach a record of how the image was built" },
    { name: "sbom", kind: "optional", help: "", lacking: "attach a list of the image's packages" },
    { name: "shm-size", kind: "string", help: "", lacking: "set the size of /dev/shm for RUN" },
    { name: "ulimit", kind: "list", help: "", lacking: "set ulimits for RUN" },
  ],
  run(call) {
    const quiet = call.on("quiet") || call.get("progress") === "quiet";
    if (call.env.get("DOCKER_BUILDKIT") === "0") {
      return call.fail(
        "Drydock builds with BuildKit only. The real one would use the deprecated builder of old for DOCKER_BUILDKIT=0.",
        125,
      );
    }
    const input = buildInput(call);
    if ("error" in input) return call.fail(`ERROR: failed to build: ${input.error}`);
    const { request } = input;
    if (call.on("check")) {
      const checked = checkText(call.daemon, request);
      call.err(checked.stderr);
      call.out(checked.stdout);
      return checked.exitCode;
    }
    return finish(request);

    function finish(wanted: BuildRequest): number {
      const local = call
        .all("output")
        .map(
          (text) =>
            Object.fromEntries(text.split(",").map((pair) => pair.split("=", 2))) as Record<string, string>,
        );
      const [output] = local;
      const dest =
        output && (output["dest"] ?? (call.get("output").includes("=") ? undefined : call.get("output")));
      if (output && dest === undefined && !["docker", "image"].includes(output["type"] ?? "")) {
        return call.fail(`ERROR: failed to build: dest is required for ${output["type"] ?? "local"} output`);
      }
      const toFolder = output !== undefined && dest !== undefined && output["type"] !== "docker";
      if (toFolder && output["type"] === "tar")
        return call.fail(
          "Drydock does not write tar archives of a build. The real one would write the files of the image as one archive.",
          125,
        );
      const result = call.daemon.build(wanted, !toFolder, call.network);
      call.onBuild(result);
      if (!quiet || result.outcome === "error") call.err(buildText(result, wanted, { quiet, toFolder }));
      if (result.outcome === "error" || !result.image) return result.error?.drydock ? 125 : 1;
      if (toFolder) exportFiles(call, result.image.tree, dest);
      if (call.get("iidfile") !== "") writeText(call, call.get("iidfile"), result.image.id);
      if (quiet) call.out(`${result.image.id}\n`);
      return 0;
    }
  },
};
