import { escapeAsGo } from "../../core/go-json.ts";
import { INSPECT_FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { inspectObjects } from "../inspect/inspect-objects.ts";
import { noContext } from "../build/no-context.ts";

/** The only one: the engine of this machine (docker/cli cli/context/store, default store). */
const DEFAULT = {
  Name: "default",
  Metadata: {},
  Endpoints: { docker: { Host: "unix:///var/run/docker.sock", SkipTLSVerify: false } },
  TLSMaterial: {},
  Storage: { MetadataPath: "<IN MEMORY>", TLSPath: "<IN MEMORY>" },
};

export const contextInspect: Command = {
  names: ["context inspect"],
  usage: "[OPTIONS] [CONTEXT] [CONTEXT...]",
  summary: "Display detailed information on one or more contexts",
  arity: [0, Infinity],
  flags: [{ name: "format", short: "f", kind: "string", help: INSPECT_FORMAT_HELP }],
  run: (call) =>
    inspectObjects(
      {
        ...call,
        args: call.args.length > 0 ? call.args : ["default"],
        out: (text) => call.out(call.get("format") === "" ? escapeAsGo(text) : text),
      },
      (name) => (name === "default" ? DEFAULT : { error: noContext(name) }),
    ),
};
