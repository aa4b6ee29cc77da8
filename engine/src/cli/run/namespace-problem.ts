import { join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";

/** Flags that choose a name space: what they take beside nothing, and what the client calls it. */
const NAMESPACES: readonly (readonly [flag: string, taken: RegExp, name: string])[] = [
  ["pid", /^(?:host|container:.+)?$/, "PID"],
  ["uts", /^(?:host)?$/, "UTS"],
  ["userns", /^(?:host)?$/, "USER"],
  ["cgroupns", /^(?:host|private)?$/, "CGROUP"],
];

/** What the client says to name spaces, security options and pull policies that there are none of; all after `docker: `. */
export function namespaceProblem(call: Call): string | undefined {
  for (const [flag, taken, name] of NAMESPACES)
    if (!taken.test(call.get(flag))) return `--${flag}: invalid ${name} mode`;
  for (const option of call.all("security-opt")) {
    const [key = "", value = ""] = option.split(option.includes("=") ? /=(.*)/s : /:(.*)/s);
    if (value === "" && key !== "no-new-privileges")
      return `Invalid --security-opt: ${JSON.stringify(option)}`;
    if (
      key === "seccomp" &&
      !/^(?:unconfined|builtin)$/.test(value) &&
      !call.files.exists(join(call.directory, value))
    )
      return `opening seccomp profile (${value}) failed: open ${value}: no such file or directory`;
  }
  const mac = call.get("mac-address");
  if (mac !== "" && !/^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(mac))
    return `${mac} is not a valid mac address`;
  if (!/^(?:always|missing|never)$/.test(call.get("pull")))
    return `invalid pull option: '${call.get("pull")}': must be one of "always", "missing" or "never"`;
  const isolation = call.get("isolation").toLowerCase();
  if (!/^(?:default)?$/.test(isolation))
    return `Error response from daemon: invalid isolation (${isolation}): linux only supports 'default'`;
  const runtime = call.get("runtime");
  return /^(?:runc|io\.containerd\.runc\.v2)?$/.test(runtime)
    ? undefined
    : `Error response from daemon: unknown or invalid runtime name: ${runtime}`;
}
