import { notSimulated } from "../../core/engine-error.ts";
import { DEVICE_NUMBERS } from "../../vfs/device-numbers.ts";
import { strerror } from "../../vfs/errno.ts";
import { complain, missingOperand, refuse } from "../options/options.ts";
import { changeMode } from "../tree/mode.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at } from "../tree/tree.ts";

/** Device nodes that every Linux has: `mknod NAME c 1 3`. */
export const mknod: Program = tool(
  "mknod",
  { flags: "Z", values: "m", long: { mode: "m", context: "Z" } },
  (process, options, flavour) => {
    const { operands } = options;
    const [name, type = "", major, minor] = operands;
    const wanted = type === "p" ? 2 : 4;
    if (operands.length < wanted) {
      if (flavour === "gnu" && operands.length === 2 && wanted === 4) {
        complain(process, flavour, `missing operand after ‘${type}’`);
        process.stderr.write(
          "Special files require major and minor device numbers.\nTry 'mknod --help' for more information.\n",
        );
        return 1;
      }
      missingOperand(process, flavour, operands.at(-1));
    }
    if (operands.length > wanted) refuse(process, flavour, `extra operand ‘${operands[wanted]}’`);
    if (!/^[bcup]$/.test(type)) refuse(process, flavour, `invalid device type ‘${type}’`);
    if (type === "p") throw notSimulated(`mknod ${name} p`, "make a pipe with a name");
    const [device] =
      [...DEVICE_NUMBERS].find(([, numbers]) => numbers.join() === `${Number(major)},${Number(minor)}`) ?? [];
    if (device === undefined || type === "b")
      throw notSimulated(`mknod ${operands.join(" ")}`, "make a node of that device, if it may");
    const mode = options.value("m");
    const bits = mode === undefined ? 0o666 & ~process.umask : changeMode(mode, 0o666, false, 0);
    if (bits === undefined) return complain(process, flavour, "invalid mode");
    const errno = process.files.mknod(at(process, name ?? ""), device, bits);
    return errno ? complain(process, flavour, `${name}: ${strerror[errno]}`) : 0;
  },
);
