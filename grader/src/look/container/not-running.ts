import type { ContainerStage } from "@drydock/engine";
import type { Finding } from "../../check.ts";
import { saidLast } from "./said-last.ts";
import { shorten } from "../words/words.ts";

/** A container that was not there to be asked. */
export type NotRunning = Pick<Finding, "message" | "explains"> & {
  /** What its program wrote on its error stream. */
  readonly said?: string;
};

/** What else fails for this reason, where there is one. */
export const explained = ({ explains }: NotRunning): Pick<Finding, "explains"> =>
  explains === undefined ? {} : { explains };

/** What the runtime says behind what the daemon says of it. */
const plain = (why: string): string =>
  why.replace(/^failed to create task for container: (?:failed to create shim task: )?/, "");

/** A container that the runtime does not start. Whatever else asks this container fails for the same reason. */
export const notStarted = (why: string): NotRunning => ({
  message: `A container does not start: ${shorten(plain(why), 300)}.`,
  explains: `start: ${why.replace(/^.*?(?=exec: )/s, "")}`,
});

/** The container's program has ended by itself `before` it could be asked; undefined as long as it runs. */
export function endedBefore(stage: ContainerStage, before: string): NotRunning | undefined {
  if (stage.startError !== undefined) return { ...notStarted(stage.startError), said: stage.startError };
  if (stage.isUp) return undefined;
  const life = stage.container?.life;
  const words = (life?.output ?? []).filter(({ stream }) => stream === "stderr").map(({ text }) => text);
  const last = words.join("").trim().split("\n").at(-1) ?? "";
  const status = life?.end?.exitCode ?? 0;
  return {
    message: `The container's program has ended with status ${status} before ${before}${status === 0 ? "" : saidLast(last)}.`,
    explains: `ended: ${status} ${last}`,
    said: words.join(""),
  };
}
