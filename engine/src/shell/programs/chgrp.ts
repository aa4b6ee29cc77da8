import { changeOwner, OWNER_OPTIONS } from "../change-owner.ts";
import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

export const chgrp: Program = tool("chgrp", OWNER_OPTIONS, (process, options, flavour) =>
  changeOwner(process, options, flavour, "group"),
);
