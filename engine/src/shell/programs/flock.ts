import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, statOf } from "../tree/tree.ts";

/** A lock that nobody else can hold, since one program runs at a time: the file is made and the command runs. */
export const flock: Program = tool(
  "flock",
  {
    flags: "sxenuoF",
    values: "wEc",
    long: {
      shared: "s",
      exclusive: "x",
      nonblock: "n",
      nb: "n",
      unlock: "u",
      close: "o",
      "no-fork": "F",
      wait: "w",
      timeout: "w",
      "conflict-exit-code": "E",
      command: "c",
    },
    stopEarly: true,
    refusal: 64,
    lacks: "v",
  },
  (process, options, flavour) => {
    const [name, ...rest] = options.operands;
    if (name === undefined) refuse(process, flavour, "not enough arguments", 64);
    if (rest.length === 0 && options.value("c") === undefined) {
      if (/^\d+$/.test(name)) return 0;
      complain(process, flavour, `bad file descriptor: '${name}'`);
      return 64;
    }
    if (!isEntry(statOf(process, name))) {
      const errno = process.files.write(at(process, name), Content.of(""), 0o666 & ~process.umask);
      if (errno) {
        complain(process, flavour, `cannot open lock file ${name}: ${strerror[errno]}`);
        return 66;
      }
    }
    const script = options.value("c") ?? (rest[0] === "-c" || rest[0] === "--command" ? rest[1] : undefined);
    if (script !== undefined) return process.spawn([process.env.get("SHELL") || "/bin/sh", "-c", script], {});
    const status = process.start(rest);
    if (typeof status === "number") return status;
    complain(
      process,
      flavour,
      `failed to execute ${rest[0]}: ${strerror[status.errno === "ENOEXEC" ? "EACCES" : status.errno]}`,
    );
    return 69;
  },
);
