import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";

const WITH_VALUE = /^-[pTtfO]$/;

/** `ssh-keyscan`: asks hosts for their keys. No host of the simulation speaks SSH, and none outside can be reached. */
export const sshKeyscan: Program = {
  name: "ssh-keyscan",
  run(process) {
    const args = process.argv.slice(1);
    const hosts = args.filter((word, i) => !word.startsWith("-") && !WITH_VALUE.test(args[i - 1] ?? ""));
    const [host] = hosts;
    if (host === undefined) throw notSimulated("ssh-keyscan without a host", "print how it is used");
    throw notSimulated(`the network: ${host}`, `ask ${hosts.join(", ")} for the keys of SSH`);
  },
};
