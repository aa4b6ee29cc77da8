import type { Flag } from "./flag.ts";

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
const none = (name: string, kind: Flag["kind"], real: string, short?: string): Flag => ({
  name,
  ...(short !== undefined && { short }),
  kind,
  help: "",
  lacking: real,
});

/** Why an environment variable is refused. */
const badVariable = (value: string): string | undefined =>
  value === "" || value.startsWith("=") ? `invalid environment variable: ${value}` : undefined;

/** Flags that `docker create` and `docker run` share. */
export const containerFlags: readonly Flag[] = [
  list("attach", "Attach to STDIN, STDOUT or STDERR", "a"),
  { ...list("env", "Set environment variables", "e"), refuse: badVariable },
  list("env-file", "Read in a file of environment variables"),
  text("entrypoint", "Overwrite the default ENTRYPOINT of the image"),
  list("expose", "Expose a port or a range of ports"),
  text("hostname", "Container host name", "h"),
  bool("init", "Run an init inside the container that forwards signals and reaps processes"),
  bool("interactive", "Keep STDIN open even if not attached", "i"),
  list("label", "Set meta data on a container", "l"),
  text("memory", "Memory limit", "m", "bytes"),
  text("name", "Assign a name to the container"),
  text("network", "Connect a container to a network", undefined, "network"),
  list("publish", "Publish a container's port(s) to the host", "p"),
  bool("publish-all", "Publish all exposed ports to random ports", "P"),
  { ...text("pull", 'Pull image before running ("always", "missing", "never")'), default: "missing" },
  bool("quiet", "Suppress the pull output", "q"),
  bool("read-only", "Mount the container's root filesystem as read only"),
  { ...text("restart", "Restart policy to apply when a container exits"), default: "no" },
  bool("rm", "Automatically remove the container and its associated anonymous volumes when it exits"),
  text("stop-signal", "Signal to stop the container"),
  text("stop-timeout", "Timeout (in seconds) to stop a container", undefined, "int"),
  list("tmpfs", "Mount a tmpfs directory"),
  bool("tty", "Allocate a pseudo-TTY", "t"),
  text("user", "Username or UID (format: <name|uid>[:<group|gid>])", "u"),
  list("volume", "Bind mount a volume", "v"),
  text("workdir", "Working directory inside the container", "w"),
  none("add-host", "list", "add a line to the container's /etc/hosts"),
  none("cap-add", "list", "give the program a Linux capability"),
  none("cap-drop", "list", "take a Linux capability away"),
  none("cidfile", "string", "write the container's id to a file"),
  none("cpus", "string", "limit the number of CPUs"),
  none("device", "list", "give the container a device of the host"),
  none("dns", "list", "set the container's name server"),
  none("gpus", "string", "give the container GPUs"),
  none("health-cmd", "string", "check the container's health with this command"),
  none("ipc", "string", "share an IPC namespace"),
  none("ip", "string", "give the container this address"),
  none("link", "list", "link to another container"),
  none("log-driver", "string", "send the logs elsewhere"),
  none("mount", "list", "mount as --volume does, in long words"),
  none("no-healthcheck", "bool", "switch the image's HEALTHCHECK off"),
  none("pid", "string", "share a process namespace"),
  none("platform", "string", "run the image of that platform"),
  none("privileged", "bool", "give the container all rights of the host"),
  none("security-opt", "list", "set security options"),
  none("shm-size", "string", "set the size of /dev/shm"),
  none("ulimit", "list", "set ulimits"),
  none("volumes-from", "list", "mount the volumes of another container"),
];

export const detachFlag: Flag = bool("detach", "Run container in background and print container ID", "d");
