import { complain } from "../options/options.ts";
import { accounts, groupName, groups as allGroups } from "../accounts/owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const groups: Program = tool("groups", {}, (process, { operands: names }, flavour) => {
  if (names.length === 0) {
    const { gid, groups: more } = process.credentials;
    process.stdout.write(
      `${[...new Set([gid, ...more])].map((number) => groupName(process, number) ?? String(number)).join(" ")}\n`,
    );
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const account = accounts(process).find((one) => one.name === name);
    if (!account) {
      status = complain(
        process,
        flavour,
        flavour === "gnu" ? `‘${name}’: no such user` : `unknown user ${name}`,
      );
      continue;
    }
    const found = [
      account.gid,
      ...allGroups(process)
        .filter(({ members }) => members.includes(name))
        .map(({ gid }) => gid),
    ];
    const words = [...new Set(found)].map((gid) => groupName(process, gid) ?? String(gid)).join(" ");
    process.stdout.write(flavour === "gnu" ? `${name} : ${words}\n` : `${words}\n`);
  }
  return status;
});
