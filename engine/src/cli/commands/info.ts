import { HOST_NAME } from "../../daemon/create-container.ts";
import { isUp } from "../../daemon/container.ts";
import { INSPECT_FORMAT_HELP } from "../format-help.ts";
import type { Command } from "../command.ts";
import { compileTemplate } from "../template/template.ts";
import { VERSION } from "../version.ts";

export const info: Command = {
  names: ["info", "system info"],
  usage: "[OPTIONS]",
  summary: "Display system-wide information",
  arity: [0, 0],
  flags: [{ name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP }],
  run(call) {
    const { state } = call.daemon;
    const running = state.containers.filter((one) => isUp(one, state.time)).length;
    const facts = {
      Containers: state.containers.length,
      ContainersRunning: running,
      ContainersStopped: state.containers.length - running,
      Images: state.images.length,
      ServerVersion: VERSION,
      Driver: "overlay2",
      OSType: "linux",
      Architecture: "x86_64",
      Name: HOST_NAME,
    };
    const format = call.get("format");
    if (format === "") {
      const lines = [
        ` Containers: ${facts.Containers}`,
        `  Running: ${running}`,
        `  Stopped: ${facts.ContainersStopped}`,
        ` Images: ${facts.Images}`,
        ` Server Version: ${VERSION}`,
        " Storage Driver: overlay2",
        " OSType: linux",
        " Architecture: x86_64",
        ` Name: ${HOST_NAME}`,
      ];
      call.out(`Server:\n${lines.join("\n")}\n`);
      return 0;
    }
    const template = compileTemplate(format === "json" ? "{{json .}}" : format);
    if ("error" in template) return call.fail(`template parsing error: ${template.error}`, 64);
    const { text, error } = template.render(facts);
    call.out(`${text}\n`);
    return error === undefined ? 0 : call.fail(`template parsing error: ${error}`);
  },
};
