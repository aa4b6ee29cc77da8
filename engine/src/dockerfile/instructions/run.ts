import { parseDevice } from "../device.ts";
import { readFlags } from "../flags.ts";
import { goQuote } from "../go-quote.ts";
import { heredocText } from "../heredoc.ts";
import type { Device, InlineFile } from "../instruction.ts";
import { checkMount } from "../mount.ts";
import type { Statement } from "../statement.ts";
import { common } from "./common.ts";
import type { InstructionReader } from "./common.ts";
import { commandLine } from "./start.ts";

const FLAGS = { mount: "texts", network: "text", device: "texts" } as const;
const NETWORKS: ReadonlySet<string> = new Set(["default", "none", "host"]);

export const readRun: InstructionReader = (statement) => {
  const flags = readFlags(statement.flags, FLAGS);
  if ("error" in flags) return flags;
  const devices: Device[] = [];
  for (const text of flags.all("device")) {
    const device = parseDevice(text);
    if ("error" in device) return device;
    devices.push(device);
  }
  const mounts = flags.all("mount");
  for (const mount of mounts) {
    const failure = checkMount(mount);
    if (failure !== undefined) return failure;
  }
  const network = flags.one("network");
  if (network !== undefined && !NETWORKS.has(network))
    return { error: `invalid network mode ${goQuote(network)}` };
  const { form, args } = commandLine(statement);
  return {
    ...common(statement),
    kind: "RUN",
    form,
    args,
    files: filesOf(statement),
    mounts,
    network,
    devices,
  };
};

const NO_FILES: readonly InlineFile[] = [];

function filesOf({ heredocs }: Statement): readonly InlineFile[] {
  if (heredocs.length === 0) return NO_FILES;
  return heredocs.map((heredoc) => ({
    path: heredoc.name,
    data: heredocText(heredoc),
    expand: heredoc.expand,
  }));
}
