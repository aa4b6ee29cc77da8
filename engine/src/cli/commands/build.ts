import type { BuildRequest } from "../../build/request.ts";
import type { Command } from "../command.ts";
import { buildInput } from "../build/build-input.ts";
import { buildExport } from "../build/build-exports.ts";
import { buildMetadata } from "../build/build-metadata.ts";
import { demandRegistries, withPush } from "../build/build-push.ts";
import { exportFiles, exportTar, writeText } from "../build/export-files.ts";
import { builderProblem, buildxFlags } from "../build/buildx-flags.ts";
import { formerBuildFlags, formerFlagWarning } from "../build/former-build-flags.ts";
import { buildOutput } from "../build/build-output.ts";
import { checkText } from "../build/check-text.ts";

export const build: Command = {
  names: ["buildx build", "build", "builder build", "image build"],
  aliases: { "buildx b": "buildx build" },
  usage: "[OPTIONS] PATH | URL | -",
  summary: "Build an image from a Dockerfile",
  shortSummary: "Start a build",
  about: "Start a build",
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
      help: 'Set type of progress output ("auto", "none",  "plain", "quiet", "rawjson", "tty"). Use plain to show container output',
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
      help: 'Name and optionally a tag (format: "name:tag")',
    },
    { name: "target", kind: "string", help: "Set the target build stage to build" },
    // More than one is refused in buildx's words, see driverLimit.
    {
      name: "platform",
      kind: "list",
      value: "stringArray",
      help: "Set target platform for build",
      lacking: "build for that platform",
      except: /^(?:linux\/amd64|amd64|local)$|,/,
    },
    {
      name: "push",
      kind: "bool",
      help: 'Shorthand for "--output=type=registry"',
    },
    {
      name: "ssh",
      kind: "list",
      value: "stringArray",
      help: 'SSH agent socket or keys to expose to the build (format: "default|<id>[=<socket>|<key>[,<key>]]")',
      lacking: "let the build use the SSH agent",
      except: /^[^=]+$/,
    },
    {
      name: "add-host",
      kind: "list",
      value: "strings",
      help: 'Add a custom host-to-IP mapping (format: "host:ip")',
    },
    {
      name: "allow",
      kind: "list",
      value: "stringArray",
      help: 'Allow extra privileged entitlement (e.g., "network.host", "security.insecure", "device")',
      lacking: "allow the build to do more than usual",
      except: /^network\.host$/,
    },
    {
      name: "build-context",
      kind: "list",
      value: "stringArray",
      help: "Additional build contexts (e.g., name=path)",
    },
    ...buildxFlags,
    {
      name: "cache-from",
      kind: "list",
      value: "stringArray",
      help: 'External cache sources (e.g., "user/app:cache", "type=local,src=path/to/dir")',
      lacking: "read the cache of another machine",
    },
    {
      name: "cache-to",
      kind: "list",
      value: "stringArray",
      help: 'Cache export destinations (e.g., "user/app:cache", "type=local,dest=path/to/dir")',
      lacking: "save the cache for another machine",
      except: /^(?!.*type=inline)/,
    },
    {
      name: "call",
      kind: "string",
      help: 'Set method for evaluating build ("check", "outline", "targets")',
      shown: '"build"',
      lacking: "ask the Dockerfile instead of building it",
      except: /^(?:build|check)$/,
    },
    { name: "metadata-file", kind: "string", help: "Write build result metadata to a file" },
    {
      name: "network",
      kind: "string",
      help: 'Set the networking mode for the "RUN" instructions during build',
      shown: '"default"',
    },
    { name: "provenance", kind: "optional", help: 'Shorthand for "--attest=type=provenance"' },
    { name: "sbom", kind: "optional", help: 'Shorthand for "--attest=type=sbom"' },
    { name: "shm-size", kind: "string", value: "bytes", help: "Shared memory size for build containers" },
    { name: "ulimit", kind: "list", value: "ulimit", help: "Ulimit options", shown: "[]" },
    { name: "annotation", kind: "list", value: "stringArray", help: "Add annotation to the image" },
    {
      name: "attest",
      kind: "list",
      value: "stringArray",
      help: 'Attestation parameters (format: "type=sbom,generator=image")',
      lacking: "attest what was built",
    },
    {
      name: "cgroup-parent",
      kind: "string",
      help: 'Set the parent cgroup for the "RUN" instructions during build',
      lacking: "put RUN into that control group",
    },
    ...formerBuildFlags,
  ],
  run(call) {
    const progress = call.all("progress").at(-1) ?? call.env.get("BUILDKIT_PROGRESS") ?? "auto";
    const quiet = call.on("quiet") || progress === "quiet";
    const silent = quiet || progress === "none";
    if (!["", "auto", "none", "plain", "quiet", "rawjson", "tty"].includes(progress))
      return call.fail(`ERROR: invalid progress mode ${progress}`);
    const missing = builderProblem(call.get("builder"));
    if (missing !== undefined) return call.fail(`ERROR: ${missing}`);
    if (progress === "rawjson" && call.on("quiet"))
      return call.fail("ERROR: progress=rawjson and quiet cannot be used together");
    const plain = progress === "plain";
    call.err(formerFlagWarning((flag) => call.on(flag) || call.get(flag) !== ""));
    const input = buildInput(call);
    if ("error" in input)
      return call.fail(`ERROR: ${input.before === true ? "" : "failed to build: "}${input.error}`);
    const { request } = input;
    if (call.on("check") || call.get("call") === "check") {
      const checked = checkText(call.daemon, request);
      if (plain) call.err(checked.progress);
      else if (!silent) call.err(checked.progress, checked.live);
      call.err(checked.stderr);
      call.out((quiet ? "\n" : "") + checked.stdout);
      return checked.exitCode;
    }
    return finish(request);

    function finish(wanted: BuildRequest): number {
      const output = buildExport(call);
      if ("error" in output) return call.fail(`ERROR: failed to build: ${output.error}`);
      const began = call.daemon.clock.now();
      const tags = call.all("tag");
      const pushes = output.kind === "image" && output.push === true;
      if (pushes) demandRegistries(call, tags);
      const built = call.daemon.build(wanted, output.kind === "image", call.network(call.daemon));
      call.onBuild(built);
      const result = pushes ? withPush(call, built, tags) : built;
      // The archive has standard output for itself, and nothing else is told [measured on Docker 28.5.2].
      const piped = output.kind === "tar" && output.to === "-";
      if (!(silent || piped) || result.outcome === "error") {
        const { text, live } = buildOutput(result, wanted, {
          quiet: silent,
          progress,
          output: output.kind,
          began,
        });
        call.err(text, live);
      }
      if (result.outcome === "error" || !result.image) return result.error?.drydock ? 125 : 1;
      if (output.kind === "folder") exportFiles(call, result.image.tree, output.to);
      if (output.kind === "tar") exportTar(call, result.image.tree, output.to);
      const metadata = call.get("metadata-file");
      if (metadata !== "") {
        const image = output.kind === "image" ? result.image : undefined;
        writeText(call, metadata, buildMetadata(image, call.all("tag"), began));
        call.err(
          "Drydock: the metadata holds no provenance, which is not simulated. The real one would add it.\n",
        );
      }
      const iidfile = call.get("iidfile");
      if (iidfile !== "" && !writeText(call, iidfile, result.image.id))
        return call.fail(`ERROR: writing image ID file: open ${iidfile}: no such file or directory`);
      // Files that were written elsewhere have no id, and an empty line for it [measured on Docker 28.5.2].
      if (quiet) call.out(`${output.kind === "image" ? result.image.id : ""}\n`);
      return 0;
    }
  },
};
