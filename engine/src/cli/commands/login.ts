import { knows } from "../../registry/access.ts";
import type { Command } from "../command.ts";
import { configPath, storedLogin, storeLogin } from "../credentials.ts";

export const login: Command = {
  names: ["login"],
  usage: "[OPTIONS] [SERVER]",
  summary: "Authenticate to a registry.\nDefaults to Docker Hub if no server is specified.",
  arity: [0, 1],
  flags: [
    { name: "password", short: "p", kind: "string", help: "Password or Personal Access Token (PAT)" },
    {
      name: "password-stdin",
      kind: "bool",
      help: "Take the Password or Personal Access Token (PAT) from stdin",
    },
    { name: "username", short: "u", kind: "string", help: "Username" },
  ],
  run(call) {
    const [server = ""] = call.args;
    const host =
      server === "" || server === "https://index.docker.io/v1/"
        ? "docker.io"
        : server.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
    const username = call.get("username");
    let password = call.get("password");
    if (password !== "") {
      call.err("WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n");
      if (call.on("password-stdin"))
        return call.fail("--password and --password-stdin are mutually exclusive");
    }
    if (call.on("password-stdin")) {
      if (username === "") return call.fail("the --password-stdin option requires --username to be set");
      password = call.stdin().replace(/\r?\n$/, "");
    }
    if (username === "" || password === "") {
      if (!call.terminal)
        return call.fail("Error: Cannot perform an interactive login from a non TTY device");
      return call.fail(
        "Drydock asks no questions at its prompt. The real one would ask for name and password. Here: echo PASSWORD | docker login -u NAME --password-stdin",
        125,
      );
    }
    const registry = call.daemon.state.registries.get(host);
    if (!registry) {
      return call.fail(
        `Error response from daemon: Get "http://${host}/v2/": dial tcp ${host}: connect: connection refused`,
      );
    }
    if (registry.access !== "none" && !knows(registry, { username, password })) {
      return call.fail(
        host === "docker.io"
          ? 'Error response from daemon: Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password'
          : `Error response from daemon: login attempt to http://${host}/v2/ failed with status: 401 Unauthorized`,
      );
    }
    const before = storedLogin(call, host);
    storeLogin(call, host, { username, password });
    if (before?.password !== password || before.username !== username) {
      call.err(
        `\nWARNING! Your credentials are stored unencrypted in '${configPath(call)}'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n`,
      );
    }
    call.out("Login Succeeded\n");
    return 0;
  },
};
