import { changeOwner, OWNER_OPTIONS } from "../accounts/change-owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

export const chgrp: Program = tool("chgrp", OWNER_OPTIONS, (process, options, flavour) =>
  changeOwner(process, options, flavour, "group"),
);
