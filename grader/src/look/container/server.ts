import type { BlackBox, ContainerStage, Image, Response } from "@drydock/engine";
import * as z from "zod/mini";
import { type Text, textSchema } from "../../rubric/text.ts";
import { endedBefore, type NotRunning, notStarted } from "./not-running.ts";
import { stageOf } from "../build/stage.ts";
import { listed } from "../words/words.ts";

/** A request, and the answer that it should get. */
export interface Request {
  /** Of the container. */
  readonly port: number;
  /** Of the host; the same number where none is given. */
  readonly published?: number | undefined;
  readonly path?: string | undefined;
  readonly method?: string | undefined;
  readonly status?: number | undefined;
  readonly body?: Text | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly from?: "host" | "container" | undefined;
}

export const requestSchema: z.ZodMiniType<Request> = z.strictObject({
  port: z.number().check(z.describe("the port in the container")),
  published: z
    .optional(z.number())
    .check(z.describe("the port on the host; the same number unless it says otherwise")),
  path: z.optional(z.string()).check(z.describe("the path of the request; `/` unless it says otherwise")),
  method: z.optional(z.string()).check(z.describe("its method; `GET` unless it says otherwise")),
  status: z.optional(z.number()).check(z.describe("the status of the answer")),
  body: z.optional(textSchema).check(z.describe("what the answer must hold")),
  env: z.optional(z.record(z.string(), z.string())).check(z.describe("variables of the container")),
  from: z
    .optional(z.enum(["host", "container"]))
    .check(z.describe("where the request comes from: the host, or another container")),
});

/** Milliseconds that a program gets to begin to listen. */
const PATIENCE = 30_000;
/** And at least this: as long as somebody takes to type the request. */
const TYPING = 2000;

/** What came of a request: the answer, or why there is none. */
export type Asked =
  | { readonly response: Response; readonly why?: undefined }
  | { readonly why: NotRunning & { readonly facts: Facts }; readonly response?: undefined };

/** By what hints are chosen. */
type Facts = Readonly<Record<string, unknown>>;

/**
 * Starts a container of the image, waits until somebody listens on the port, and sends the request.
 * @throws {EngineError} NOT_SIMULATED, LIMIT, NEEDS_PART
 */
export function askServer(
  image: Image,
  request: Request,
  blackBoxes: readonly BlackBox[] | undefined,
): Asked {
  const { port, published = port, path = "/", method = "GET", env, from = "host" } = request;
  const stage = stageOf(image, { env, blackBoxes, publish: new Map([[published, port]]) });
  const refused = stage.startError;
  if (refused !== undefined)
    return { why: { ...notStarted(refused), said: refused, facts: { unstarted: true } } };
  const waiting = stage.container?.life?.waiting ?? [];
  const began = waiting.find(({ ports }) => ports.has(port))?.since ?? 0;
  const wait = Math.max(TYPING, began - stage.now);
  stage.elapse(Math.min(wait, PATIENCE));
  const ended = endedBefore(stage, "any request");
  if (ended) return { why: { ...ended, facts: { ended: stage.container?.life?.end?.exitCode ?? 0 } } };
  const response = stage.request(from, from === "host" ? published : port, {
    method,
    path,
    headers: new Map([["Host", `localhost:${from === "host" ? published : port}`]]),
    body: "",
  });
  if (typeof response === "object") return { response };
  return { why: whyNobodyAnswers(stage, port) };
}

function whyNobodyAnswers(stage: ContainerStage, port: number): NotRunning & { readonly facts: Facts } {
  if (!stage.isUp)
    return {
      message: "The container's program has ended over the request, without an answer.",
      facts: { ended: stage.container?.life?.end?.exitCode ?? 0 },
    };
  const sockets = (stage.container?.life?.waiting ?? []).flatMap(({ ports }) => [...ports]);
  const own = sockets.find(([number]) => number === port);
  const listens = sockets.map(([number, host]) => `${host}:${number}`);
  if (own && /^127\.|^localhost$|^::1$/.test(own[1]))
    return {
      message: `The program listens on ${own[1]}:${port}, the container's own loopback, and nobody outside the container reaches that.`,
      facts: { loopback: true, listens },
    };
  if (own)
    return {
      message: `The program listens on ${own[1]}:${port}, and nothing came back.`,
      facts: { listens },
    };
  return {
    message:
      listens.length === 0
        ? "The container runs, and nothing in it listens on any port."
        : `Nothing in the container listens on port ${port}. The program listens on ${listed(listens)}.`,
    facts: { listens },
  };
}
