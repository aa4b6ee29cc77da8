import type { ContainerStage } from "@drydock/engine";
import type { Finding } from "../check.ts";
import { shorten } from "./words.ts";

/** A container that was not there to be asked. */
export type NotRunning = Pick<Finding, "message" | "explains"> & {
  /** What its program wrote on its error stream. */
  readonly said?: string;
};

/** What else fails for this reason, where there is one. */
export const explained = ({ explains }: NotRunning): Pick<Finding, "explains"> =>
  explains === undefined ? {} : { explains };

/** A container that the runtime does not start. Whatever else asks this container fails for the same reason. */
export const notStarted = (why: string): NotRunning => ({
  message: `A container does not start: ${shorten(why, 300)}.`,
  explains: `start: ${why}`,
});

/** The container's program has ended by itself `before` it could be asked; undefined as long as it runs. */
export function endedBefore(stage: ContainerStage, before: string): NotRunning | undefined {
  if (stage.startError !== undefined) return notStarted(stage.startError);
  if (stage.isUp) return undefined;
  const life = stage.container?.life;
  const words = (life?.output ?? []).filter(({ stream }) => stream === "stderr").map(({ text }) => text);
  const last = words.join("").trim().split("\n").at(-1) ?? "";
  const status = life?.end?.exitCode ?? 0;
  return {
    message: `The container's program has ended with status ${status} before ${before}${last === "" ? "" : `: ${shorten(last, 200)}`}.`,
    explains: `ended: ${status} ${last}`,
    said: words.join(""),
  };
}
