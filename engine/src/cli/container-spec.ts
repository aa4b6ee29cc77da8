import type { ContainerOptions, Mount } from "../daemon/container.ts";
import type { ContainerSpec } from "../daemon/create-container.ts";
import { restartPolicy } from "../daemon/restart-policy.ts";
import { findContainer } from "../daemon/find-container.ts";
import { join } from "../vfs/path.ts";
import type { Call } from "./command.ts";
import { extraHosts } from "./extra-hosts.ts";
import { healthCheck } from "./health-flags.ts";
import { keptConfig } from "./kept-flags.ts";
import { labelPairs } from "./label-pairs.ts";
import { memoryBytes } from "./memory-bytes.ts";
import { networkWish } from "./network-wish.ts";
import { parseMount } from "./parse-mount.ts";
import { parsePorts } from "./parse-ports.ts";
import { parseVolume } from "./parse-volume.ts";

/** The command line of `docker run` or `docker create` as data; `error` is all after `docker: `. */
export function containerSpec(call: Call): ContainerSpec | { readonly error: string } {
  const [imageName = "", ...command] = call.args;
  const ports: ContainerOptions["ports"][number][] = [];
  for (const text of call.all("publish")) {
    const parsed = parsePorts(text);
    if ("error" in parsed) return { error: parsed.error };
    ports.push(...parsed);
  }
  const mounts: Mount[] = [];
  for (const text of call.all("volume")) {
    const parsed = parseVolume(text, call.directory);
    if ("error" in parsed) return { error: `Error response from daemon: ${parsed.error}` };
    mounts.push(parsed);
  }
  for (const text of call.all("mount")) {
    const parsed = parseMount(text, call.directory);
    if ("error" in parsed) return { error: parsed.error };
    if (parsed.mustExist && !call.files.exists(parsed.source))
      return {
        error: `Error response from daemon: invalid mount config for type "bind": bind source path does not exist: ${parsed.source}`,
      };
    mounts.push(parsed);
  }
  for (const text of call.all("volumes-from")) {
    const [name = "", mode = ""] = text.split(":");
    const other = findContainer(call.daemon.state, name);
    if ("error" in other) return { error: `Error response from daemon: ${other.error}` };
    const taken = new Set(mounts.map(({ target }) => target));
    for (const mount of other.options.mounts)
      if (mount.kind !== "tmpfs" && !taken.has(mount.target))
        mounts.push({ ...mount, readOnly: mount.readOnly || mode === "ro" });
  }
  for (const text of call.all("tmpfs"))
    mounts.push({ kind: "tmpfs", source: "", target: text.split(":", 1)[0] ?? "", readOnly: false });
  const env = environment(call);
  if ("error" in env) return env;
  const restart = restartPolicy(call.get("restart"));
  if ("error" in restart) return { error: `Error response from daemon: ${restart.error}` };
  if (restart.name !== "no" && call.on("rm"))
    return { error: "conflicting options: cannot specify both --restart and --rm" };
  const hosts = extraHosts(call.all("add-host"));
  if ("error" in hosts) return hosts;
  const network = networkWish(call);
  if ("error" in network) return network;
  const health = healthCheck(call);
  if (health && "error" in health) return health;
  const kept = keptConfig(call);
  if ("error" in kept) return kept;
  const memory = call.get("memory") === "" ? 0 : memoryBytes(call.get("memory"));
  if (memory === undefined)
    return {
      error: `invalid argument ${JSON.stringify(call.get("memory"))} for "-m, --memory" flag: invalid size: '${call.get("memory")}'`,
    };
  const exposed = call.all("expose").map((port) => (port.includes("/") ? port : `${port}/tcp`));
  const entrypoint = call.all("entrypoint").length > 0 ? [call.get("entrypoint")].filter(Boolean) : undefined;
  return {
    name: call.get("name") || undefined,
    imageName,
    command,
    entrypoint,
    env,
    user: call.all("user").length > 0 ? call.get("user") : undefined,
    directory: call.get("workdir") || undefined,
    hostname: call.get("hostname") || undefined,
    labels: labelPairs(call.all("label")),
    exposed: [...exposed, ...ports.map((port) => `${port.container}/${port.protocol}`)],
    stopSignal: call.get("stop-signal") || undefined,
    health,
    endpoints: network.endpoints,
    options: {
      ports,
      mounts,
      autoRemove: call.on("rm"),
      init: call.on("init"),
      readOnly: call.on("read-only"),
      network: network.mode,
      restart,
      memory,
      attachStdin: call.on("interactive"),
      tty: call.on("tty"),
      publishAll: call.on("publish-all"),
      stopTimeout: call.get("stop-timeout") === "" ? undefined : Number(call.get("stop-timeout")),
      extraHosts: hosts,
      kept: kept.config,
    },
  };
}

/** `-e NAME` takes the caller's value, and nothing where the caller has none. */
export function environment(call: Call): string[] | { readonly error: string } {
  const pairs: string[] = [];
  const add = (text: string): void => {
    if (text.includes("=")) pairs.push(text);
    else if (call.env.has(text)) pairs.push(`${text}=${call.env.get(text)}`);
  };
  for (const path of call.all("env-file")) {
    const content = call.files.read(join(call.directory, path));
    if (typeof content === "string" || content.text === undefined)
      return { error: `open ${path}: no such file or directory` };
    for (const line of content.text.split("\n"))
      if (line.trim() !== "" && !line.startsWith("#")) add(line.trimStart().replace(/\r$/, ""));
  }
  for (const text of call.all("env")) add(text);
  return pairs;
}
