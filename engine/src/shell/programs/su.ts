import { notSimulated } from "../../core/engine-error.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { runCommand } from "../run-command.ts";
import { databaseLines, imageUser } from "../start/image-user.ts";
import { tool } from "../options/tool.ts";

// ENV_PATH and ENV_SUPATH of Debian's /etc/login.defs.
const USER_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games";
const ROOT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export const su: Program = tool(
  "su",
  {
    flags: "lmpP",
    values: "csgG",
    long: {
      command: "c",
      shell: "s",
      login: "l",
      "preserve-environment": "p",
      group: "g",
      "supp-group": "G",
    },
  },
  (process, options, flavour) => {
    const dash = options.operands[0] === "-";
    const login = dash || options.has("l");
    const [name = "root", ...rest] = dash ? options.operands.slice(1) : options.operands;
    const line = databaseLines(process.files, "/etc/passwd").find(([one]) => one === name);
    const user = line ? imageUser(process.files, name) : undefined;
    if (!line || !user || "error" in user)
      return complain(
        process,
        flavour,
        flavour === "gnu"
          ? `user ${name} does not exist or the user entry does not contain all the required fields`
          : `unknown user ${name}`,
      );
    if (process.credentials.uid !== 0)
      throw notSimulated("su by another user than root", "it would ask for a password");
    if (options.has("g") || options.has("G"))
      throw notSimulated("su with another group", "it would take that group");
    const shell = options.value("s") ?? (line[6] || "/bin/sh");
    const env = new Map(login ? [...process.env].filter(([key]) => key === "TERM") : process.env);
    if (login || !(options.has("m") || options.has("p"))) {
      env.set("HOME", line[5] ?? "/").set("SHELL", shell);
      if (login || name !== "root") env.set("USER", name).set("LOGNAME", name);
    }
    if (login) env.set("PATH", name === "root" ? ROOT_PATH : USER_PATH);
    const command = options.value("c");
    const argv = [shell, ...(command === undefined ? [] : ["-c", command]), ...rest];
    return runCommand(process, flavour, argv, {
      env,
      credentials: user.credentials,
      ...(login ? { cwd: user.home } : {}),
    });
  },
);
