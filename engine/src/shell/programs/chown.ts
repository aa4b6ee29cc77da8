import { changeOwner, OWNER_OPTIONS } from "../accounts/change-owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const chown: Program = tool("chown", OWNER_OPTIONS, (process, options, flavour) =>
  changeOwner(process, options, flavour, "ownership"),
);
