import { type BlackBox, type Image, notSimulated } from "@drydock/engine";
import * as z from "zod/mini";
import { type Text, textSchema } from "../rubric/text.ts";
import { runContainer, written } from "./run-container.ts";
import { shorten } from "./words.ts";

/** A request, and the answer that it should get. */
export interface Request {
  readonly port: number;
  readonly published?: number | undefined;
  readonly path?: string | undefined;
  readonly method?: string | undefined;
  readonly status?: number | undefined;
  readonly body?: Text | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly from?: "host" | "container" | undefined;
}

export const requestSchema: z.ZodMiniType<Request> = z.strictObject({
  port: z.number(),
  published: z.optional(z.number()),
  path: z.optional(z.string()),
  method: z.optional(z.string()),
  status: z.optional(z.number()),
  body: z.optional(textSchema),
  env: z.optional(z.record(z.string(), z.string())),
  from: z.optional(z.enum(["host", "container"])),
});

/**
 * Why nothing can answer: the container did not start, or its program has ended.
 *
 * @throws {EngineError} NOT_SIMULATED where the program goes on: what a server answers is not modelled.
 */
export function whyNobodyAnswers(
  image: Image,
  { port, env }: Pick<Request, "port" | "env">,
  blackBoxes: readonly BlackBox[] | undefined,
): string {
  const { life, ...refusal } = runContainer(image, { env, blackBoxes });
  if (!life)
    return `A container does not start: ${shorten("startError" in refusal ? refusal.startError : "", 300)}.`;
  if (!life.end)
    throw notSimulated(`what the program answers on port ${port}`, "The real container would get a request.");
  const last = written(life, "stderr").trim().split("\n").at(-1) ?? "";
  return `The container's program has ended with status ${life.end.exitCode} before any request${last === "" ? "" : `: ${shorten(last, 200)}`}.`;
}
