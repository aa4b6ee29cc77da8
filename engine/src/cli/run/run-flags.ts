import type { Flag } from "../words/flag.ts";
import { flagChecks } from "./flag-checks.ts";
import { healthFlags } from "./health-flags.ts";
import { keptFlags } from "./kept-flags.ts";
import { lackingFlags } from "./lacking-flags.ts";

const list = (name: string, help: string, short?: string, value = "list"): Flag => ({
  name,
  ...(short !== undefined && { short }),
  kind: "list",
  value,
  help,
});
const text = (name: string, help: string, short?: string, value = "string"): Flag => ({
  name,
  ...(short !== undefined && { short }),
  kind: "string",
  value,
  help,
});
const bool = (name: string, help: string, short?: string): Flag => ({
  name,
  ...(short !== undefined && { short }),
  kind: "bool",
  help,
});
/** Why an environment variable is refused. */
const badVariable = (value: string): string | undefined =>
  value === "" || value.startsWith("=") ? `invalid environment variable: ${value}` : undefined;

/** With what its values are refused for while the flags are read. */
function checked(flag: Flag): Flag {
  const refuse = flag.refuse ?? flagChecks[flag.name];
  return refuse ? { ...flag, refuse } : flag;
}

const FLAGS: readonly Flag[] = [
  list("attach", "Attach to STDIN, STDOUT or STDERR", "a"),
  { ...list("env", "Set environment variables", "e"), refuse: badVariable },
  list("env-file", "Read in a file of environment variables"),
  text("entrypoint", "Overwrite the default ENTRYPOINT of the image"),
  list("expose", "Expose a port or a range of ports"),
  text("hostname", "Container host name", "h"),
  bool("help", "Print usage"),
  bool("init", "Run an init inside the container that forwards signals and reaps processes"),
  bool("interactive", "Keep STDIN open even if not attached", "i"),
  list("label", "Set meta data on a container", "l"),
  text("memory", "Memory limit", "m", "bytes"),
  text("name", "Assign a name to the container"),
  { ...list("network", "Connect a container to a network", undefined, "network"), also: "net" },
  list("publish", "Publish a container's port(s) to the host", "p"),
  bool("publish-all", "Publish all exposed ports to random ports", "P"),
  { ...text("pull", 'Pull image before running ("always", "missing", "never")'), default: "missing" },
  bool("quiet", "Suppress the pull output", "q"),
  bool("read-only", "Mount the container's root filesystem as read only"),
  { ...text("restart", "Restart policy to apply when a container exits"), default: "no" },
  bool("rm", "Automatically remove the container and its associated anonymous volumes when it exits"),
  text("stop-signal", "Signal to stop the container"),
  { name: "stop-timeout", kind: "int", help: "Timeout (in seconds) to stop a container" },
  list("tmpfs", "Mount a tmpfs directory"),
  bool("tty", "Allocate a pseudo-TTY", "t"),
  text("user", "Username or UID (format: <name|uid>[:<group|gid>])", "u"),
  list("volume", "Bind mount a volume", "v"),
  text("workdir", "Working directory inside the container", "w"),
  list("add-host", "Add a custom host-to-IP mapping (host:ip)"),
  text("cidfile", "Write the container ID to the file"),
  text("ip", "IPv4 address (e.g., 172.30.100.104)"),
  list("mount", "Attach a filesystem mount to the container", undefined, "mount"),
  { ...list("network-alias", "Add network-scoped alias for the container"), also: "net-alias" },
  list("volumes-from", "Mount volumes from the specified container(s)"),
  list("label-file", "Read in a line delimited file of labels"),
  list("cap-add", "Add Linux capabilities"),
  list("cap-drop", "Drop Linux capabilities"),
  text("domainname", "Container NIS domain name"),
  text("isolation", "Container isolation technology"),
  text("log-driver", "Logging driver for the container"),
  list("log-opt", "Log driver options"),
  {
    ...text("runtime", "Runtime to use for this container"),
    lacking: "use another runtime than runc",
    except: /^(?!io\.containerd\.(?!runc\.v2$))/,
  },
  ...healthFlags,
  ...keptFlags.map(({ flag }) => flag),
  ...lackingFlags,
];

/** Flags that `docker create` and `docker run` share. */
export const containerFlags: readonly Flag[] = FLAGS.map(checked);

const detachFlag: Flag = bool("detach", "Run container in background and print container ID", "d");

/** What only `docker run` has. */
export const runFlags: readonly Flag[] = [
  detachFlag,
  text("detach-keys", "Override the key sequence for detaching a container"),
  { ...bool("sig-proxy", "Proxy received signals to the process"), default: "true" },
];
