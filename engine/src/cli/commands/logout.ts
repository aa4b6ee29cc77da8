import type { Command } from "../command.ts";
import { loginKey, storeLogin } from "../login/credentials.ts";

export const logout: Command = {
  names: ["logout"],
  usage: "[SERVER]",
  summary: "Log out from a registry",
  about: "Log out from a registry.\nIf no server is specified, the default is defined by the daemon.",
  arity: [0, 1],
  flags: [],
  run(call) {
    const host = call.args[0] ?? "docker.io";
    call.out(`Removing login credentials for ${loginKey(host)}\n`);
    storeLogin(call, host, undefined);
    return 0;
  },
};
