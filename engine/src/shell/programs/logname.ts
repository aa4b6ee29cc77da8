import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";

/** Nobody logs in to a container. */
export const logname: Program = {
  name: "logname",
  run: (process, flavour) =>
    complain(process, flavour, flavour === "gnu" ? "no login name" : "getlogin: No such device or address"),
};
