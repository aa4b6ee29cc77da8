import { notSimulated } from "../../core/engine-error.ts";
import type { Process, Program } from "../process.ts";
import { imageUser } from "../start/image-user.ts";

const failed = (process: Process, words: string): number => {
  process.stderr.write(`error: ${words}\n`);
  return 1;
};

/** Another user for the same process: `gosu USER[:GROUP] COMMAND`, whose users are read as Docker's (tianon/gosu, main.go). */
export const gosu: Program = {
  name: "gosu",
  run(process) {
    const [, spec, ...command] = process.argv;
    if (spec === undefined || spec.startsWith("-") || command.length === 0)
      throw notSimulated(`gosu ${spec ?? ""}`.trimEnd(), "tell its version, or how it is used");
    const user = imageUser(process.files, spec);
    if ("error" in user) return failed(process, `failed switching to "${spec}": ${user.error}`);
    if (process.credentials.uid !== 0)
      return failed(process, `failed switching to "${spec}": operation not permitted`);
    const env = new Map(process.env).set("HOME", user.home);
    const status = process.start(command, { env, credentials: user.credentials, replace: true });
    if (typeof status === "number") return status;
    const name = command[0] ?? "";
    if (status.errno !== "ENOENT" && status.errno !== "EACCES")
      throw notSimulated(`gosu with ${name}`, "say why it cannot start it");
    const why = !name.includes("/")
      ? "executable file not found in $PATH"
      : status.errno === "EACCES"
        ? "permission denied"
        : `stat ${name}: no such file or directory`;
    return failed(process, `exec: "${name}": ${why}`);
  },
};
