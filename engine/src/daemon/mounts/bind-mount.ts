import { join } from "../../vfs/path.ts";
import type { Mount } from "../containers/container.ts";
import { bindMode } from "./bind-mode.ts";
import { targetProblem } from "./target-problem.ts";

/** A bind of HostConfig, `source:target[:mode]`, as a mount; `error` is all after `Error response from daemon: ` (moby volume/mounts/linux_parser.go, ParseMountRaw). */
export function bindMount(text: string): Mount | { readonly error: string } {
  const invalid = `invalid volume specification: '${text}'`;
  const [source = "", target = "", mode = "", ...more] = text.split(":");
  const fields = text.split(":").length;
  if (source === "" || more.length > 0 || (fields === 2 && bindMode(target) !== undefined))
    return { error: invalid };
  const read = bindMode(mode);
  if (!read) return { error: `invalid mode: ${mode}` };
  const kind = source.startsWith("/") ? "bind" : "volume";
  const problem = target === "" ? "field Target must not be empty" : targetProblem(target);
  if (problem !== undefined)
    return { error: `${invalid}: invalid mount config for type "${kind}": ${problem}` };
  return {
    kind,
    source: kind === "bind" ? join("/", source) : source,
    target: join("/", target),
    readOnly: read.readOnly,
    mode: mode === "" && kind === "volume" ? "z" : mode,
    ...(read.propagation !== undefined && { propagation: read.propagation }),
    ...(read.noCopy && { noCopy: true }),
  };
}
