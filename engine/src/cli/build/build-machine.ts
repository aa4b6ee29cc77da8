import type { RunMachine } from "../../build/plan/plan.ts";
import type { Call } from "../command.ts";
import { extraHosts } from "../run/extra-hosts.ts";
import { memoryBytes } from "../run/memory-bytes.ts";

/** What `--add-host`, `--ulimit`, `--shm-size` and `--network` say; undefined where none is given. `error` is all after `ERROR: failed to build: `. */
export function buildMachine(
  call: Call,
): { readonly machine: RunMachine | undefined } | { readonly error: string } {
  const added = call.all("add-host");
  // buildx reads them for itself, in fewer words than `docker run`.
  const odd = added.find((text) => !/^[^=:]+[=:]/.test(text));
  if (odd !== undefined) return { error: `invalid host ${odd}` };
  const hosts = extraHosts(added);
  if ("error" in hosts) return { error: hosts.error };
  const ulimits = call.all("ulimit");
  const bad = ulimits.find((text) => !/^[a-z]+=-?\d+(?::-?\d+)?$/.test(text));
  if (bad !== undefined) return { error: `invalid ulimit argument: ${bad}` };
  const size = call.get("shm-size");
  if (size !== "" && typeof memoryBytes(size) !== "number") return { error: `invalid size: '${size}'` };
  const network = call.get("network");
  const known = network === "none" || network === "host" ? network : undefined;
  if (hosts.length === 0 && ulimits.length === 0 && size === "" && !known) return { machine: undefined };
  const limits = [...ulimits, ...(size === "" ? [] : [`shm=${size}`])];
  return { machine: { hosts, limits, ...(known && { network: known }) } };
}
