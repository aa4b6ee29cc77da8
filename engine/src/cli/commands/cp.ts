import { copyIn } from "../copy/copy-in.ts";
import { copyOut } from "../copy/copy-out.ts";
import type { Command } from "../command.ts";

const USAGE =
  "[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH";

export const cp: Command = {
  names: ["cp", "container cp"],
  usage: USAGE,
  summary: "Copy files/folders between a container and the local filesystem",
  about:
    "Copy files/folders between a container and the local filesystem\n\nUse '-' as the source to read a tar archive from stdin\nand extract it to a directory destination in a container.\nUse '-' as the destination to stream a tar archive of a\ncontainer source to stdout.",
  arity: [2, 2],
  flags: [
    { name: "archive", short: "a", kind: "bool", help: "Archive mode (copy all uid/gid information)" },
    { name: "follow-link", short: "L", kind: "bool", help: "Always follow symbol link in SRC_PATH" },
    {
      name: "quiet",
      short: "q",
      kind: "bool",
      help: "Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached",
    },
  ],
  run(call) {
    const [source = "", target = ""] = call.args;
    if (source === "") return call.fail("source can not be empty");
    if (target === "") return call.fail("destination can not be empty");
    const from = split(source);
    const to = split(target);
    if (from && to) return call.fail("copying between containers is not supported");
    if (from) return copyOut(call, from, target);
    return to ? copyIn(call, source, to) : call.fail("must specify at least one container source");
  },
};

/** `web:/etc/hosts`; a path that begins with a slash or a dot is one of the host. */
function split(text: string): { readonly name: string; readonly path: string } | undefined {
  const match = /^([^/.:][^:]*):(.*)$/s.exec(text);
  return match ? { name: match[1] ?? "", path: match[2] ?? "" } : undefined;
}
