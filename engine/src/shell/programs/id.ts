import { gnuQuote } from "../gnu-quote.ts";
import { complain } from "../options.ts";
import { accounts, groupName, groups, userName } from "../owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const id: Program = tool(
  "id",
  { flags: "ugGnrzZ", long: { user: "u", group: "g", groups: "G", name: "n", real: "r", zero: "z" } },
  (process, options, flavour) => {
    const [who] = options.operands;
    let { uid, gid } = process.credentials;
    let all: readonly number[] = process.credentials.groups;
    if (who !== undefined) {
      const account = accounts(process).find(
        ({ name, uid: number }) => name === who || String(number) === who,
      );
      if (!account)
        return complain(
          process,
          flavour,
          flavour === "gnu" ? `${gnuQuote(who)}: no such user` : `unknown user ${who}`,
        );
      uid = account.uid;
      gid = account.gid;
      all = [
        gid,
        ...groups(process)
          .filter(({ members }) => members.includes(account.name))
          .map((group) => group.gid),
      ];
    }
    const listed = [...new Set([gid, ...all])];
    const group = (number: number): string => groupName(process, number) ?? String(number);
    const print = (text: string): number => {
      process.stdout.write(`${text}\n`);
      return 0;
    };
    const names = options.has("n");
    if (options.has("u")) return print(names ? (userName(process, uid) ?? String(uid)) : String(uid));
    if (options.has("g")) return print(names ? group(gid) : String(gid));
    if (options.has("G"))
      return print(listed.map((number) => (names ? group(number) : String(number))).join(" "));
    const labelled = (number: number, name: string | undefined): string =>
      name === undefined ? String(number) : `${number}(${name})`;
    return print(
      `uid=${labelled(uid, userName(process, uid))} gid=${labelled(gid, groupName(process, gid))} groups=${listed.map((number) => labelled(number, groupName(process, number))).join(",")}`,
    );
  },
);
