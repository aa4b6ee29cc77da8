import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";

/** What the nginx image does before its start if it is asked to: as many workers as the container has processors. */
export const tuneWorkerProcesses: Program = {
  name: "30-tune-worker-processes.sh",
  run(process) {
    if (process.env.get("NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE"))
      throw notSimulated("NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE", "change worker_processes in nginx.conf");
    return 0;
  },
};
