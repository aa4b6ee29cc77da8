import { gnuQuote } from "../text/gnu-quote.ts";
import { complain, refuse } from "../options/options.ts";
import { accounts, groupName, groups, userName } from "../accounts/owner.ts";
import type { Process, Program } from "../process.ts";
import { tool } from "../options/tool.ts";

interface Identity {
  readonly uid: number;
  readonly gid: number;
  /** As the kernel keeps them, or as the accounts name them. */
  readonly groups: readonly number[];
}

/** Whom a name, or a number, of the accounts stands for; undefined where there is nobody. */
function identityOf(process: Process, who: string, byNumber: boolean): Identity | undefined {
  const account = accounts(process).find(
    ({ name, uid }) => name === who || (byNumber && String(uid) === who),
  );
  if (!account) return undefined;
  const others = groups(process).filter(({ members }) => members.includes(account.name));
  const further = others.map(({ gid }) => gid).filter((gid) => gid !== account.gid);
  return { uid: account.uid, gid: account.gid, groups: [account.gid, ...further] };
}

export const id: Program = tool(
  "id",
  {
    flags: "augGnrzZ",
    long: { user: "u", group: "g", groups: "G", name: "n", real: "r", zero: "z", context: "Z" },
  },
  (process, options, flavour) => {
    const gnu = flavour === "gnu";
    const chosen = ["u", "g", "G", "Z"].filter((letter) => options.has(letter));
    const { operands } = options;
    if (gnu) {
      if (options.has("Z"))
        return complain(process, flavour, "--context (-Z) works only on an SELinux-enabled kernel");
      if (chosen.length > 1) return complain(process, flavour, 'cannot print "only" of more than one choice');
      if (chosen.length === 0 && (options.has("n") || options.has("r")))
        return complain(process, flavour, "cannot print only names or real IDs in default format");
      if (chosen.length === 0 && options.has("z"))
        return complain(process, flavour, "option --zero not permitted in default format");
    } else if (
      chosen.length > 1 ||
      operands.length > 1 ||
      (chosen.length === 0 && /[nr]/.test(options.order.join("")))
    )
      refuse(process, flavour, "bad usage");
    const group = (number: number): string => groupName(process, number) ?? String(number);
    const labelled = (number: number, name: string | undefined): string =>
      name === undefined ? String(number) : `${number}(${name})`;
    const ending = options.has("z") ? "\0" : "\n";
    const print = ({ uid, gid, groups: all }: Identity): void => {
      const listed = gnu || options.has("G") || all.length === 0 ? [...new Set([gid, ...all])] : all;
      const names = options.has("n");
      const named = (number: number, name: string | undefined): string =>
        names ? (name ?? String(number)) : String(number);
      const line = options.has("u")
        ? named(uid, userName(process, uid))
        : options.has("g")
          ? named(gid, groupName(process, gid))
          : options.has("G")
            ? listed
                .map((number) => (names ? group(number) : String(number)))
                .join(options.has("z") ? "\0" : " ")
            : `uid=${labelled(uid, userName(process, uid))} gid=${labelled(gid, groupName(process, gid))} groups=${listed.map((number) => labelled(number, groupName(process, number))).join(",")}`;
      // Lists of several, whose parts end in NUL themselves, are told apart by another one.
      const isList = options.has("G") && options.has("z") && operands.length > 1;
      process.stdout.write(line + ending + (isList ? "\0" : ""));
    };
    if (operands.length === 0) print(process.credentials);
    let status = 0;
    for (const who of operands) {
      const found = identityOf(process, who, gnu);
      if (found) print(found);
      else
        status = complain(process, flavour, gnu ? `${gnuQuote(who)}: no such user` : `unknown user ${who}`);
    }
    return status;
  },
);
