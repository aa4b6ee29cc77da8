import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RegistryRequest, RegistryResponse } from "../src/registry/request.ts";

/** A registry behind a real port of the loopback interface. */
export interface LoopbackRegistry {
  /** `127.0.0.1:34567` */
  readonly host: string;
  close(): Promise<void>;
}

/** Puts a function from request to response behind HTTP, so that real clients can talk to it. */
export async function listenOnLoopback(
  answer: (request: RegistryRequest) => RegistryResponse,
): Promise<LoopbackRegistry> {
  const server = createServer((incoming, outgoing) => {
    const parts: Uint8Array[] = [];
    incoming.on("data", (part: Uint8Array) => parts.push(part));
    incoming.on("end", () => {
      const headers = new Map(Object.entries(incoming.headers).map(([key, value]) => [key, String(value)]));
      const { method = "GET", url: path = "/" } = incoming;
      const { status, headers: told, body } = answer({ method, path, headers, body: Buffer.concat(parts) });
      for (const [key, value] of told) outgoing.setHeader(key, value);
      outgoing.writeHead(status);
      outgoing.end(body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
