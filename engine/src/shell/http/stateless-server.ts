import type { FileServer } from "../process.ts";
import type { Waiting } from "../wait/waiting.ts";

/** Where a server listens, and since when, in simulated milliseconds since 1970. */
export interface Listening {
  readonly port: number;
  readonly address: string;
  readonly since: number;
}

/** A server that only looks at files: it is after each request what it was before. */
export function statelessServer({ answer, kept }: FileServer, { port, address, since }: Listening): Waiting {
  const server: Waiting = {
    pid: 0,
    since,
    ports: new Map([[port, address]]),
    kept: { program: kept.program, state: { port, address, since, of: kept.state } },
    answer: (request, _port, { files }) => ({ response: answer(request, files), next: server }),
    signal: () => undefined,
  };
  return server;
}
