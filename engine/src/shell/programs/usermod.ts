import { addMember, editLines } from "../account-files.ts";
import { complain } from "../options.ts";
import { accounts } from "../owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";
import { groupOf, lockedOut } from "./useradd.ts";

const LONG = {
  append: "a",
  comment: "c",
  home: "d",
  gid: "g",
  groups: "G",
  login: "l",
  lock: "L",
  "move-home": "m",
  shell: "s",
  uid: "u",
  unlock: "U",
  "non-unique": "o",
};

export const usermod: Program = tool(
  "usermod",
  { flags: "amoLU", values: "cdgGlsu", long: LONG, refusal: 2, lacks: "*" },
  (process, options, flavour) => {
    const [name] = options.operands;
    if (name === undefined) {
      process.stderr.write("Usage: usermod [options] LOGIN\n\n");
      return 2;
    }
    const fail = (words: string, status: number): number => (complain(process, flavour, words), status);
    const account = accounts(process).find((one) => one.name === name);
    if (!account) return fail(`user '${name}' does not exist`, 6);
    const primary = options.value("g");
    if (primary !== undefined && !groupOf(process, primary))
      return fail(`group '${primary}' does not exist`, 6);
    const more = (options.value("G") ?? "").split(",").filter(Boolean);
    for (const word of more) if (!groupOf(process, word)) return fail(`group '${word}' does not exist`, 6);
    if (process.credentials.uid !== 0) return lockedOut(process, "usermod", "/etc/passwd");
    if (options.has("G") && !options.has("a")) {
      for (const path of ["/etc/group", "/etc/gshadow"]) {
        editLines(process, path, (lines) =>
          lines.map((line) => {
            const fields = line.split(":");
            fields[3] = (fields[3] ?? "")
              .split(",")
              .filter((member) => member !== name)
              .join(",");
            return fields.join(":");
          }),
        );
      }
    }
    for (const word of more) addMember(process, name, groupOf(process, word)?.name ?? word);
    editLines(process, "/etc/passwd", (lines) =>
      lines.map((line) => {
        const fields = line.split(":");
        if (fields[0] !== name) return line;
        fields[0] = options.value("l") ?? name;
        fields[2] = options.value("u") ?? fields[2] ?? "";
        fields[3] = primary === undefined ? (fields[3] ?? "") : String(groupOf(process, primary)?.gid);
        fields[4] = options.value("c") ?? fields[4] ?? "";
        fields[5] = options.value("d") ?? fields[5] ?? "";
        fields[6] = options.value("s") ?? fields[6] ?? "";
        return fields.join(":");
      }),
    );
    const home = options.value("d");
    if (
      home !== undefined &&
      options.has("m") &&
      process.files.exists(account.home) &&
      !process.files.exists(home)
    )
      process.files.rename(account.home, home);
    return 0;
  },
);
