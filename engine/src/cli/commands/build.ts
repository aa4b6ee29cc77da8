import type { BuildRequest } from "../../build/request.ts";
import type { Command } from "../command.ts";
import { buildInput } from "../build-input.ts";
import { exportFiles, writeText } from "../export-files.ts";
import { buildOutput } from "../build-output.ts";
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
      help: 'Set type of progress output ("auto", "plain", "quiet", "rawjson", "tty")',
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
    // More than one is refused in buildx's words, see driverLimit.
    {
      name: "platform",
      kind: "list",
      help: "",
      lacking: "build for that platform",
      except: /^linux\/amd64$|,/,
    },
    { name: "push", kind: "bool", help: "", lacking: "push the image to its registry after the build" },
    { name: "ssh", kind: "list", help: "", lacking: "let the build use the SSH agent", except: /^[^=]+$/ },
    { name: "add-host", kind: "list", help: "", lacking: "add a line to /etc/hosts while the build runs" },
    { name: "allow", kind: "list", help: "", lacking: "allow the build to do more than usual" },
    {
      name: "build-context",
      kind: "list",
      help: "",
      lacking: "name another folder or image as a source of COPY --from",
    },
    { name: "builder", kind: "string", help: "", lacking: "use that builder", except: /^default$/ },
    { name: "cache-from", kind: "list", help: "", lacking: "read the cache of another machine" },
    {
      name: "cache-to",
      kind: "list",
      help: "",
      lacking: "save the cache for another machine",
      except: /^(?!.*type=inline)/,
    },
    {
      name: "call",
      kind: "string",
      help: "",
      lacking: "ask the Dockerfile instead of building it",
      except: /^(?:build|check)$/,
    },
    { name: "debug", short: "D", kind: "bool", help: "Enable debug logging" },
    { name: "metadata-file", kind: "string", help: "", lacking: "write what it built as JSON" },
    { name: "network", kind: "string", help: "", lacking: "run RUN in that network", except: /^default$/ },
    { name: "provenance", kind: "optional", help: 'Shorthand for "--attest=type=provenance"' },
    { name: "sbom", kind: "optional", help: 'Shorthand for "--attest=type=sbom"' },
    { name: "shm-size", kind: "string", help: "", lacking: "set the size of /dev/shm for RUN" },
    { name: "ulimit", kind: "list", help: "", lacking: "set ulimits for RUN" },
  ],
  run(call) {
    const progress = call.all("progress").at(-1) ?? call.env.get("BUILDKIT_PROGRESS") ?? "auto";
    const quiet = call.on("quiet") || progress === "quiet";
    if (!["", "auto", "plain", "quiet", "rawjson", "tty"].includes(progress))
      return call.fail(`ERROR: failed to build: invalid progress mode ${progress}`);
    const plain = progress === "plain";
    const input = buildInput(call);
    if ("error" in input) return call.fail(`ERROR: failed to build: ${input.error}`);
    const { request } = input;
    if (call.on("check") || call.get("call") === "check") {
      const checked = checkText(call.daemon, request);
      if (plain) call.err(checked.progress);
      else if (!quiet) call.err(checked.progress, checked.live);
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
      const began = call.daemon.clock.now();
      const result = call.daemon.build(wanted, !toFolder, call.network(call.daemon));
      call.onBuild(result);
      if (!quiet || result.outcome === "error") {
        const { text, live } = buildOutput(result, wanted, { quiet, progress, toFolder, began });
        call.err(text, live);
      }
      if (result.outcome === "error" || !result.image) return result.error?.drydock ? 125 : 1;
      if (toFolder) exportFiles(call, result.image.tree, dest);
      if (call.get("iidfile") !== "") writeText(call, call.get("iidfile"), result.image.id);
      if (quiet) call.out(`${result.image.id}\n`);
      return 0;
    }
  },
};
