import type { HostCall } from "./host-call.ts";

/** `{pid, uid, gid, groups, umask}` */
export const ids: HostCall = {
  name: "ids",
  answer: ({ process }) => ({ pid: process.pid, ...process.credentials, umask: process.umask }),
};
