import type { RunMachine } from "../build/plan.ts";
import type { Call } from "./command.ts";
import { extraHosts } from "./extra-hosts.ts";
import { memoryBytes } from "./memory-bytes.ts";

/** What `--add-host`, `--ulimit` and `--shm-size` say; undefined where none is given. `error` is all after `ERROR: failed to build: `. */
export function buildMachine(
  call: Call,
): { readonly machine: RunMachine | undefined } | { readonly error: string } {
  const hosts = extraHosts(call.all("add-host"));
  if ("error" in hosts) return { error: hosts.error };
  const ulimits = call.all("ulimit");
  const bad = ulimits.find((text) => !/^[a-z]+=-?\d+(?::-?\d+)?$/.test(text));
  if (bad !== undefined) return { error: `invalid ulimit argument: ${bad}` };
  const size = call.get("shm-size");
  if (size !== "" && typeof memoryBytes(size) !== "number") return { error: `invalid size: '${size}'` };
  if (hosts.length === 0 && ulimits.length === 0 && size === "") return { machine: undefined };
  return { machine: { hosts, limits: [...ulimits, ...(size === "" ? [] : [`shm=${size}`])] } };
}
