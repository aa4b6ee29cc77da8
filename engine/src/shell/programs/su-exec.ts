import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { imageUser } from "../start/image-user.ts";

/** Another user for the same process, as Alpine's images have it: `su-exec USER[:GROUP] COMMAND` (ncopa/su-exec). */
export const suExec: Program = {
  name: "su-exec",
  run(process, flavour) {
    const [, spec = "", ...command] = process.argv;
    const user = imageUser(process.files, spec);
    if (command.length === 0 || "error" in user || process.credentials.uid !== 0)
      throw notSimulated(`su-exec ${spec}`.trimEnd(), "say why it cannot take that user");
    const env = new Map(process.env).set("HOME", user.home);
    return runCommand(process, flavour, command, { env, credentials: user.credentials });
  },
};
