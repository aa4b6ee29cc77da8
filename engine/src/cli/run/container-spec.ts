import type { Json } from "../../core/json.ts";
import type { ContainerOptions } from "../../daemon/containers/container.ts";
import type { ContainerSpec } from "../../daemon/containers/create-container.ts";
import { capabilityProblem, effectiveCapabilities } from "../../daemon/containers/capabilities.ts";
import { restartPolicy } from "../../daemon/containers/restart-policy.ts";
import type { Call } from "../command.ts";
import { containerMounts } from "./container-mounts.ts";
import { exposedPorts } from "./exposed-ports.ts";
import { extraHosts } from "./extra-hosts.ts";
import { healthCheck } from "./health-flags.ts";
import { keptConfig } from "./kept-flags.ts";
import { keyValues } from "./key-values.ts";
import { labelPairs } from "./label-pairs.ts";
import { logConfig } from "./log-config.ts";
import { memoryBytes } from "./memory-bytes.ts";
import { namespaceProblem } from "./namespace-problem.ts";
import { networkWish } from "./network-wish.ts";
import { parsePorts } from "./parse-ports.ts";

/** The command line of `docker run` or `docker create` as data; `error` is all after `docker: `. */
export function containerSpec(call: Call): ContainerSpec | { readonly error: string } {
  const [imageName = "", ...command] = call.args;
  const ports: ContainerOptions["ports"][number][] = [];
  for (const text of call.all("publish")) {
    const parsed = parsePorts(text);
    if ("error" in parsed) return { error: parsed.error };
    ports.push(...parsed);
  }
  const exposed = exposedPorts(call.all("expose"));
  if ("error" in exposed) return exposed;
  const env = environment(call);
  if ("error" in env) return env;
  const labels = labelTexts(call);
  if ("error" in labels) return labels;
  const namespaces = namespaceProblem(call);
  if (namespaces !== undefined) return { error: namespaces };
  const restart = restartPolicy(call.get("restart"));
  if ("format" in restart) return { error: restart.format };
  if (!("error" in restart) && restart.name !== "no" && call.on("rm"))
    return { error: "conflicting options: cannot specify both --restart and --rm" };
  const logging = logConfig(call);
  if ("error" in logging) return logging;
  const health = healthCheck(call);
  if (health && "error" in health) return health;
  const mounts = containerMounts(call);
  if ("error" in mounts) return mounts;
  const network = networkWish(call);
  if ("error" in network) return network;
  if ("error" in restart) return { error: `Error response from daemon: ${restart.error}` };
  const capabilities = effectiveCapabilities(call.all("cap-add"), call.all("cap-drop"));
  const unknown = capabilityProblem(capabilities);
  if (unknown !== undefined) return { error: `Error response from daemon: ${unknown}` };
  const hosts = extraHosts(call.all("add-host"));
  const bytes = memoryBytes(call.get("memory") || "0");
  const entrypoint = call.all("entrypoint").length > 0 ? [call.get("entrypoint")].filter(Boolean) : undefined;
  const kept: Record<string, Json> = {
    ...keptConfig(call),
    ...mounts.kept,
    ...logging,
    ...(capabilities.add.length > 0 && { CapAdd: capabilities.add }),
    ...(capabilities.drop.length > 0 && { CapDrop: capabilities.drop }),
    ...(call.get("cidfile") !== "" && { ContainerIDFile: call.get("cidfile") }),
  };
  return {
    name: call.get("name") || undefined,
    imageName,
    command,
    entrypoint,
    env,
    user: call.all("user").length > 0 ? call.get("user") : undefined,
    directory: call.get("workdir") || undefined,
    hostname: call.get("hostname") || undefined,
    labels: labelPairs(labels),
    volumes: mounts.volumes,
    exposed: [...exposed, ...ports.map((port) => `${port.container}/${port.protocol}`)],
    stopSignal: call.get("stop-signal") || undefined,
    health,
    endpoints: network.endpoints,
    options: {
      ports,
      mounts: mounts.mounts,
      autoRemove: call.on("rm"),
      init: call.on("init"),
      readOnly: call.on("read-only"),
      network: network.mode,
      restart,
      memory: typeof bytes === "number" ? bytes : 0,
      attachStdin: call.on("interactive"),
      ...(!call.on("detach") && { attached: attachedStreams(call) }),
      tty: call.on("tty"),
      publishAll: call.on("publish-all"),
      stopTimeout: call.get("stop-timeout") === "" ? undefined : Number(call.get("stop-timeout")),
      ...(call.get("domainname") !== "" && { domainName: call.get("domainname") }),
      extraHosts: "error" in hosts ? [] : hosts,
      kept,
    },
  };
}

/** What somebody wants to see of the program: everything, unless `-a` says what. */
function attachedStreams(call: Call): NonNullable<ContainerOptions["attached"]> {
  const named = call.all("attach").map((text) => text.toLowerCase());
  const wants = (stream: string): boolean => named.length === 0 || named.includes(stream);
  return {
    stdin: call.on("interactive") || named.includes("stdin"),
    stdout: wants("stdout"),
    stderr: wants("stderr"),
  };
}

/** `-e NAME` takes the caller's value; where the caller has none, the name stands alone and takes the image's away. */
export function environment(call: Call): string[] | { readonly error: string } {
  const pairs: string[] = [];
  for (const path of call.all("env-file")) {
    const read = keyValues(call, path, "env", (name) => call.env.get(name));
    if ("error" in read) return read;
    pairs.push(...read);
  }
  for (const text of call.all("env")) {
    pairs.push(text.includes("=") || !call.env.has(text) ? text : `${text}=${call.env.get(text)}`);
  }
  return pairs;
}

/** Labels of files first, so that those of the command line win. */
function labelTexts(call: Call): readonly string[] | { readonly error: string } {
  const texts: string[] = [];
  for (const path of call.all("label-file")) {
    const read = keyValues(call, path, "label", () => undefined);
    if ("error" in read) return read;
    texts.push(...read);
  }
  return [...texts, ...call.all("label")];
}
