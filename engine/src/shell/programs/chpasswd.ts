import { editLines } from "../account-files.ts";
import { complain } from "../options.ts";
import { accounts } from "../owner.ts";
import { linesOf } from "../input-files.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { notSimulated } from "../../core/engine-error.ts";

const SHADOW = "/etc/shadow";

/** `name:password` from standard input into the shadow file. Only what is encrypted already can be written down exactly. */
export const chpasswd: Program = tool(
  "chpasswd",
  { flags: "em", values: "cRs", long: { encrypted: "e", md5: "m", "crypt-method": "c", root: "R" } },
  (process, options, flavour) => {
    const lines = linesOf(process.stdin.rest());
    const changes: [string, string][] = [];
    for (const [i, line] of lines.entries()) {
      const colon = line.indexOf(":");
      if (colon < 0)
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `line ${i + 1}: missing new password\nchpasswd: error detected, changes ignored`
            : "missing new password",
        );
      const name = line.slice(0, colon);
      if (!accounts(process).some((one) => one.name === name))
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `(user ${name}) pam_chauthtok() failed, error:\nAuthentication token manipulation error\nchpasswd: (line ${i + 1}, user ${name}) password not changed`
            : `unknown user ${name}`,
        );
      changes.push([name, line.slice(colon + 1)]);
    }
    if (!options.has("e"))
      throw notSimulated(
        "chpasswd with a plain password",
        `salt and hash it, and write it to ${SHADOW} (chpasswd -e takes one that is hashed)`,
      );
    for (const [name, hash] of changes) {
      editLines(process, SHADOW, (entries) =>
        entries.map((entry) => {
          const [user, , ...rest] = entry.split(":");
          return user === name ? [user, hash, ...rest].join(":") : entry;
        }),
      );
      if (flavour === "busybox") process.stderr.write(`chpasswd: password for '${name}' changed\n`);
    }
    return 0;
  },
);
