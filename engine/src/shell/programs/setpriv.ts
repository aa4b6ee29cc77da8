import { notSimulated } from "../../core/engine-error.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { databaseLines, imageUser } from "../start/image-user.ts";

const VALUED = /^--(ruid|euid|reuid|rgid|egid|regid|groups|inh-caps|ambient-caps|bounding-set)(?:=(.*))?$/;
const FLAG = /^--(clear-groups|keep-groups|init-groups|no-new-privs|nnp|reset-env)$/;

/** Another user for the same process: `setpriv --reuid=USER --regid=GROUP --clear-groups COMMAND` (util-linux, setpriv.c). */
export const setpriv: Program = {
  name: "setpriv",
  run(process, flavour) {
    const words = process.argv.slice(1);
    const given = new Map<string, string>();
    while (words[0]?.startsWith("-")) {
      const word = words.shift() ?? "";
      if (word === "--") break;
      const [, name, value] = VALUED.exec(word) ?? [];
      const [, flag] = FLAG.exec(word) ?? [];
      if (name !== undefined && flavour === "gnu") given.set(name, value ?? words.shift() ?? "");
      else if (flag !== undefined && flavour === "gnu") given.set(flag, "");
      else throw notSimulated(`setpriv ${word}`, "do what that option says");
    }
    if (words.length === 0) return complain(process, flavour, "No program specified");
    const { files, credentials } = process;
    const asked = given.get("reuid") ?? given.get("euid");
    const group = given.get("regid") ?? given.get("egid");
    if (
      group !== undefined &&
      !["keep-groups", "clear-groups", "init-groups", "groups"].some((name) => given.has(name))
    )
      return complain(
        process,
        flavour,
        "--[re]gid requires --keep-groups, --clear-groups, --init-groups, or --groups",
      );
    const user = asked === undefined ? undefined : imageUser(files, asked);
    const gid =
      group === undefined
        ? credentials.gid
        : Number(databaseLines(files, "/etc/group").find(([name]) => name === group)?.[2] ?? group);
    if (
      (user && "error" in user) ||
      Number.isNaN(gid) ||
      given.has("groups") ||
      given.has("ruid") ||
      given.has("rgid") ||
      (credentials.uid !== 0 && (user !== undefined || group !== undefined))
    )
      throw notSimulated(`setpriv ${process.argv.slice(1).join(" ")}`, "take that user and those groups");
    const groups = given.has("init-groups")
      ? (user?.credentials.groups ?? credentials.groups)
      : given.has("clear-groups")
        ? []
        : credentials.groups;
    const env = new Map(process.env);
    if (given.has("reset-env"))
      throw notSimulated("setpriv --reset-env", "begin with an environment of its own");
    return runCommand(
      process,
      flavour,
      words,
      { env, credentials: { ...credentials, uid: user?.credentials.uid ?? credentials.uid, gid, groups } },
      (name) => `failed to execute ${name}`,
    );
  },
};
