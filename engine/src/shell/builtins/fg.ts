import type { Builtin } from "./builtin.ts";
import { refuseJobControl } from "./refuse-job-control.ts";

export const fg: Builtin = { name: "fg", run: refuseJobControl };
