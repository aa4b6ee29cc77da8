import { INSPECT_FORMAT_HELP } from "../format-help.ts";
import type { Command } from "../command.ts";
import { compileTemplate } from "../template/template.ts";
import { API_VERSION, VERSION } from "../version.ts";

const side = { Version: VERSION, APIVersion: API_VERSION, Os: "linux", Arch: "amd64", Experimental: "false" };

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
        `Client: Drydock, which behaves like Docker\n Version:           ${VERSION}\n API version:       ${API_VERSION}\n OS/Arch:           linux/amd64\n\nServer: Drydock, in this page\n Engine:\n  Version:          ${VERSION}\n  API version:      ${API_VERSION} (minimum version 1.24)\n  OS/Arch:          linux/amd64\n`,
      );
      return 0;
    }
    const template = compileTemplate(format === "json" ? "{{json .}}" : format);
    if ("error" in template) return call.fail(`template parsing error: ${template.error}`, 64);
    const { text, error } = template.render({ Client: side, Server: side });
    call.out(`${text}\n`);
    return error === undefined ? 0 : call.fail(`template parsing error: ${error}`);
  },
};
