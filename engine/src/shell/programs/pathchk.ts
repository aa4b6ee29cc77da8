import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const [NAME_MAX, PATH_MAX, POSIX_NAME_MAX, POSIX_PATH_MAX] = [255, 4096, 14, 256];

/** What is wrong with a name, in the words of coreutils. */
function fault(name: string, posix: boolean, extra: boolean): string | undefined {
  if (extra && /(?:^|\/)-/.test(name)) return `leading '-' in a component of file name '${name}'`;
  if ((posix || extra) && name === "") return "empty file name";
  if (name === "") return "'': No such file or directory";
  const odd = posix ? /[^A-Za-z0-9._/-]/u.exec(name)?.[0] : undefined;
  if (odd !== undefined) return `nonportable character '${odd}' in file name '${name}'`;
  const most = posix ? POSIX_PATH_MAX : PATH_MAX;
  if (name.length >= most) return `limit ${most - 1} exceeded by length ${name.length} of file name ${name}`;
  const longest = posix ? POSIX_NAME_MAX : NAME_MAX;
  const part = name.split("/").find((one) => one.length > longest);
  return part && `limit ${longest} exceeded by length ${part.length} of file name component '${part}'`;
}

export const pathchk: Program = tool(
  "pathchk",
  { flags: "pPa", long: { portability: "a" } },
  (process, options, flavour) => {
    if (options.operands.length === 0) refuse(process, flavour, "missing operand");
    const all = options.has("a");
    let status = 0;
    for (const name of options.operands) {
      const words = fault(name, all || options.has("p"), all || options.has("P"));
      if (words !== undefined) status = complain(process, flavour, words);
    }
    return status;
  },
);
