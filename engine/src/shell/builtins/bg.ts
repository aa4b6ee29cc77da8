import type { Builtin } from "./builtin.ts";
import { refuseJobControl } from "./refuse-job-control.ts";

export const bg: Builtin = { name: "bg", run: refuseJobControl };
