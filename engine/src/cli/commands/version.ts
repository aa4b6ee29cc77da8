import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { compileTemplate } from "../template/template.ts";
import { Typed } from "../template/typed.ts";
import { tabulate } from "../text/table.ts";
import { API_VERSION, MINIMUM_API_VERSION, VERSION } from "../version.ts";

const JSON_NAMES = { APIVersion: "ApiVersion" };

/** What the real ones were made of and when is not true of this one, and is empty. */
const client = new Typed(
  "system.clientVersion",
  {
    Platform: null,
    Version: VERSION,
    APIVersion: API_VERSION,
    DefaultAPIVersion: API_VERSION,
    GitCommit: "drydock",
    GoVersion: "",
    Os: "linux",
    Arch: "amd64",
    BuildTime: "",
    Context: "default",
  },
  { ...JSON_NAMES, Platform: "", GoVersion: "", BuildTime: "" },
);

const engine = {
  Name: "Engine",
  Version: VERSION,
  Details: {
    ApiVersion: API_VERSION,
    Arch: "amd64",
    Experimental: "false",
    GitCommit: "drydock",
    MinAPIVersion: MINIMUM_API_VERSION,
    Os: "linux",
  },
};

const server = new Typed(
  "types.Version",
  {
    Platform: { Name: "" },
    Components: [engine],
    Version: VERSION,
    APIVersion: API_VERSION,
    MinAPIVersion: MINIMUM_API_VERSION,
    GitCommit: "drydock",
    GoVersion: "",
    Os: "linux",
    Arch: "amd64",
    KernelVersion: "",
    Experimental: false,
    BuildTime: "",
  },
  { ...JSON_NAMES, GoVersion: "", KernelVersion: "", Experimental: "", BuildTime: "" },
);

export const version: Command = {
  names: ["version"],
  usage: "[OPTIONS]",
  summary: "Show the Docker version information",
  arity: [0, 0],
  flags: [{ name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP }],
  run(call) {
    const format = call.get("format");
    if (format === "") {
      call.out(
        `Client: Drydock, which behaves like Docker\n Version:           ${VERSION}\n API version:       ${API_VERSION}\n OS/Arch:           linux/amd64\n Context:           default\n\nServer: Drydock, in this page\n Engine:\n  Version:          ${VERSION}\n  API version:      ${API_VERSION} (minimum version ${MINIMUM_API_VERSION})\n  OS/Arch:          linux/amd64\n  Experimental:     false\n`,
      );
      return 0;
    }
    const template = compileTemplate(format === "json" ? "{{json .}}" : format, "version");
    if ("error" in template) return call.fail(`template parsing error: ${template.error}`, 64);
    const both = new Typed("system.versionInfo", { Client: client, Server: server });
    const { text, error } = template.render(both);
    // What is between tabs stands in columns of 20 (docker/cli, cli/command/system/version.go).
    call.out(`${tabulate(text, 20, 1)}\n`);
    return error === undefined ? 0 : call.fail(error);
  },
};
