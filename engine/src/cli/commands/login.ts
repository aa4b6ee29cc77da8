import { refused, registryHost } from "../../daemon/transfer/registry-host.ts";
import { knows } from "../../registry/access.ts";
import type { Command } from "../command.ts";
import { configPath, storedLogin, storeLogin } from "../login/credentials.ts";
import { meantPassword } from "../login/kept-password.ts";

const NOBODY =
  "\nDrydock cannot wait for an answer here. The real one would ask for name and password. Here: echo PASSWORD | docker login -u NAME --password-stdin";

/** Note of the client where it logs in without a question (recording tty/login-prompt). */
const ANOTHER =
  "\n\u001B[1m\u001B[106m\u001B[30mi\u001B[0m\u001B[0m \u001B[96mInfo → \u001B[0m\u001B[0m\u001B[3mTo login with a different account, run 'docker logout' followed by 'docker login'\u001B[0m\n\n\n";

/** The same to a pipe. */
const PLAIN_ANOTHER =
  "\n Info -> To login with a different account, run 'docker logout' followed by 'docker login'\n\n\n";

export const login: Command = {
  names: ["login"],
  usage: "[OPTIONS] [SERVER]",
  summary: "Authenticate to a registry",
  about: "Authenticate to a registry.\nDefaults to Docker Hub if no server is specified.",
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
    let username = call.get("username");
    let password = call.get("password");
    if (call.on("password-stdin")) {
      if (call.on("password"))
        return call.fail("conflicting options: cannot specify both --password and --password-stdin");
      if (!call.on("username")) return call.fail("the --password-stdin option requires --username to be set");
    }
    for (const flag of ["username", "password"] as const)
      if (call.on(flag) && call.get(flag) === "") return call.fail(`${flag} is empty`);
    if (password !== "")
      call.err("WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n");
    if (call.on("password-stdin")) {
      password = call.stdin().replace(/\r?\n$/, "");
    }
    const stored = username === "" && password === "" ? storedLogin(call, host) : undefined;
    if (stored) {
      ({ username, password } = stored);
      call.err(`Authenticating with existing credentials... [Username: ${username}]\n`);
      call.err(call.terminal ? ANOTHER : PLAIN_ANOTHER);
    }
    if (username === "" || password === "") {
      if (!call.terminal)
        return call.fail("Error: Cannot perform an interactive login from a non TTY device");
      if (username === "" && host === "docker.io")
        return call.fail(
          "Drydock has no browser to log in with. The real one would show a code to confirm there. Here: docker login -u NAME",
          125,
        );
      if (username === "") {
        call.out("Username: ");
        const answer = call.answer();
        if (answer === undefined) return call.fail(NOBODY, 125);
        username = answer.trim();
      }
      if (username === "") return call.fail("Error: Non-null Username Required");
      if (password === "") {
        call.out("Password: ");
        const answer = call.answer(true);
        if (answer === undefined) return call.fail(NOBODY, 125);
        const typed = answer.replace(/\r?\n$/, "");
        password = meantPassword(typed, call.daemon.state.registries.get(registryHost(host)), username);
        call.out("\n");
      }
      if (password === "") return call.fail("Error: Password Required");
    }
    const registry = call.daemon.state.registries.get(registryHost(host));
    if (!registry) return call.fail(`Error response from daemon: ${refused(host)}`);
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
