import { editLines, today } from "../accounts/account-files.ts";
import { openDatabases } from "../accounts/account-locks.ts";
import { linesOf } from "../text/input-files.ts";
import { complain } from "../options/options.ts";
import { accounts } from "../accounts/owner.ts";
import type { Process, Program } from "../process.ts";
import { saltFrom } from "../digests/salt.ts";
import { tool } from "../options/tool.ts";
import { notSimulated } from "../../core/engine-error.ts";

const SHADOW = "/etc/shadow";

/** What a hash begins with, how long its salt is and how long what follows it. */
const METHODS: Readonly<Record<string, readonly [prefix: string, salt: number, hash: number]>> = {
  MD5: ["$1$", 8, 22],
  SHA256: ["$5$", 16, 43],
  SHA512: ["$6$", 16, 86],
  YESCRYPT: ["$y$j9T$", 22, 43],
};

/**
 * A password as the shadow file keeps it. Its salt is chance and no program of the simulation asks for passwords, so the hash
 * itself is not computed, and says so: it has the right form and length only.
 */
function hashed(process: Process, method: string): string {
  const known = METHODS[method.toUpperCase()];
  if (!known)
    throw notSimulated(`chpasswd -c ${method}`, `hash the password that way and write it to ${SHADOW}`);
  const [prefix, salt, hash] = known;
  return `${prefix}${saltFrom(process, salt)}$${"not.computed.by.drydock.".repeat(4).slice(0, hash)}`;
}

/** `name:password` from standard input into the shadow file. Where it asks PAM, each line counts by itself. */
export const chpasswd: Program = tool(
  "chpasswd",
  { flags: "em", values: "cRs", long: { encrypted: "e", md5: "m", "crypt-method": "c", root: "R" } },
  (process, options, flavour) => {
    const method = options.has("m") ? "MD5" : options.value("c");
    const isPlain = !options.has("e");
    const gnu = flavour === "gnu";
    const asksPam = gnu && isPlain && method === undefined;
    const wrong: string[] = [];
    const changes = new Map<string, string>();
    for (const [i, line] of linesOf(process.stdin.rest()).entries()) {
      const colon = line.indexOf(":");
      const name = colon < 0 ? line : line.slice(0, colon);
      if (colon < 0) wrong.push(gnu ? `line ${i + 1}: missing new password` : "missing new password");
      else if (!accounts(process).some((one) => one.name === name))
        wrong.push(
          asksPam
            ? `(user ${name}) pam_chauthtok() failed, error:\nAuthentication token manipulation error\nchpasswd: (line ${i + 1}, user ${name}) password not changed`
            : gnu
              ? `line ${i + 1}: user '${name}' does not exist`
              : `unknown user ${name}`,
        );
      else {
        const usual = gnu ? "YESCRYPT" : "SHA512";
        changes.set(name, isPlain ? hashed(process, method ?? usual) : line.slice(colon + 1));
        if (!gnu) process.stderr.write(`chpasswd: password for '${name}' changed\n`);
      }
      if (!gnu && wrong.length > 0) break;
    }
    for (const words of wrong) complain(process, flavour, words);
    if (gnu && !asksPam && wrong.length > 0)
      return complain(process, flavour, "error detected, changes ignored");
    if (gnu) openDatabases(process);
    editLines(
      process,
      SHADOW,
      (entries) =>
        entries.map((entry) => {
          const [user = "", , , ...rest] = entry.split(":");
          const hash = changes.get(user);
          return hash === undefined ? entry : [user, hash, today(process), ...rest].join(":");
        }),
      false,
      // PAM keeps no copy.
      !gnu,
    );
    return wrong.length > 0 ? 1 : 0;
  },
);
