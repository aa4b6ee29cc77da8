import type { Process } from "../process.ts";
import { imageUser } from "../start/image-user.ts";
import type { Sleeper, Waiting } from "../wait/waiting.ts";
import { notify, WORKERS } from "./notices.ts";
import { serve } from "./serve.ts";
import type { Site } from "./site.ts";
import { writeLog } from "./write-log.ts";

/** nginx while it waits for requests, as a value. */
export function running(site: Site, sleeper: Sleeper, version: string, count = 0): Waiting {
  const ports = new Map<number, string>();
  for (const { listens } of site.servers)
    for (const { address, port } of listens)
      if (!ports.has(port) || address === "") ports.set(port, address || "0.0.0.0");
  return {
    pid: sleeper.pid,
    since: sleeper.since,
    ports,
    kept: { program: "nginx", state: { directives: site.main.blocks[0], sleeper, version, count } },
    answer(request, port, awake) {
      const process = awake.process(sleeper);
      const { response, log } = serve(
        { site, files: awake.files.as(workerOf(process, site)), network: process.kernel.network, version },
        request,
        { remote: request.remote, port, time: Math.floor(process.kernel.now() / 1000), count },
      );
      writeLog(process, log);
      return { response, next: running(site, sleeper, version, count + 1) };
    },
    signal(name, awake) {
      const ending = ENDINGS[name];
      if (!ending)
        return name === "HUP" || name === "USR1"
          ? { next: running(site, sleeper, version, count) }
          : undefined;
      const process = awake.process(sleeper);
      notify(process, site, ending(sleeper.pid));
      return { next: { exitCode: 0 } };
    },
  };
}

/** Workers of a main process that is root's are the configuration's user; else they are who started it. */
const workerOf = (process: Process, site: Site): Process["credentials"] => {
  if (process.credentials.uid !== 0) return process.credentials;
  const user = imageUser(process.files, (site.main.words("user") ?? ["nobody"]).join(":"));
  return "error" in user ? process.credentials : user.credentials;
};

type Notices = readonly (readonly [pid: number, message: string])[];

const workersEnd = (pid: number): Notices => [
  ...WORKERS.flatMap((worker): Notices => [
    [worker, "exiting"],
    [worker, "exit"],
    [pid, `signal 17 (SIGCHLD) received from ${worker}`],
    [pid, `worker process ${worker} exited with code 0`],
  ]),
  [pid, "exit"],
];

/** What each signal that ends nginx makes it say; Docker sends SIGQUIT, since the image says so. */
const ENDINGS: Readonly<Record<string, (pid: number) => Notices>> = {
  QUIT: (pid) => [
    [pid, "signal 3 (SIGQUIT) received, shutting down"],
    ...WORKERS.map((worker) => [worker, "gracefully shutting down"] as const),
    ...workersEnd(pid),
  ],
  TERM: (pid) => [[pid, "signal 15 (SIGTERM) received, exiting"], ...workersEnd(pid)],
  INT: (pid) => [[pid, "signal 2 (SIGINT) received, exiting"], ...workersEnd(pid)],
};
