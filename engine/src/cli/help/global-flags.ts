import type { Flag } from "../words/flag.ts";

const string = (name: string, help: string, more: Partial<Flag> = {}): Flag => ({
  name,
  kind: "string",
  help,
  ...more,
});
const bool = (name: string, help: string, short?: string): Flag => ({
  name,
  ...(short !== undefined && { short }),
  kind: "bool",
  help,
});

/** Flags before the command. @param home the user's folder: defaults are in it */
export const globalFlags = (home: string): readonly Flag[] => [
  string("config", "Location of client config files", { default: `${home}/.docker` }),
  string(
    "context",
    'Name of the context to use to connect to the daemon (overrides DOCKER_HOST env var and default context set with "docker context use")',
    { short: "c" },
  ),
  bool("debug", "Enable debug mode", "D"),
  { name: "host", short: "H", kind: "string", help: "Daemon socket to connect to" },
  string("log-level", 'Set the logging level ("debug", "info", "warn", "error", "fatal")', {
    short: "l",
    default: "info",
  }),
  bool("tls", "Use TLS; implied by --tlsverify"),
  string("tlscacert", "Trust certs signed only by this CA", { default: `${home}/.docker/ca.pem` }),
  string("tlscert", "Path to TLS certificate file", { default: `${home}/.docker/cert.pem` }),
  string("tlskey", "Path to TLS key file", { default: `${home}/.docker/key.pem` }),
  bool("tlsverify", "Use TLS and verify the remote"),
  bool("version", "Print version information and quit", "v"),
];
