import type { Answer } from "./process.ts";
import type { Waiting } from "./waiting.ts";

/** A server that only looks at files: it is after each request what it was before. */
export function statelessServer(port: number, answer: Answer, since: number, address = "0.0.0.0"): Waiting {
  const server: Waiting = {
    pid: 0,
    since,
    ports: new Map([[port, address]]),
    answer: (request, _port, { files }) => ({ response: answer(request, files), next: server }),
    signal: () => undefined,
  };
  return server;
}
