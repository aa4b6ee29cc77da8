import type { BuildResult, LogLine, Vertex } from "../../build/result.ts";
import { push } from "../../daemon/transfer/push.ts";
import { refused, registryHost } from "../../daemon/transfer/registry-host.ts";
import type { TransferMessage } from "../../daemon/transfer/transfer-message.ts";
import { parseReference, type Reference } from "../../oci/reference.ts";
import type { Call } from "../command.ts";
import { storedLogin } from "../login/credentials.ts";

const referencesOf = (tags: readonly string[]): readonly (readonly [string, Reference])[] =>
  tags.flatMap((tag) => {
    const reference = parseReference(tag);
    return "error" in reference ? [] : [[tag, reference] as const];
  });

/** @throws {EngineError} NOT_SIMULATED before anything is built for a registry that is not here. */
export function demandRegistries(call: Call, tags: readonly string[]): void {
  for (const [, { registry }] of referencesOf(tags))
    if (!call.daemon.state.registries.has(registryHost(registry))) refused(registry);
}

/**
 * The build with what follows it under `--push`: the engine pushes one tag after the other, and the client shows the layers
 * that had to be sent (docker/buildx, build/build.go, pushWithMoby).
 */
export function withPush(call: Call, result: BuildResult, tags: readonly string[]): BuildResult {
  if (result.outcome === "error" || !result.image) return result;
  if (tags.length === 0) return failed(result, "tag is needed when pushing to registry");
  const vertices = [...result.vertices];
  for (const [tag, reference] of referencesOf(tags)) {
    const last = vertices.at(-1);
    const begin = (last?.begin ?? 0) + (last?.duration ?? 0);
    const pushed = push(call.daemon.state, reference, false, storedLogin(call, reference.registry));
    call.daemon.state = pushed.state;
    const duration = pushed.messages.at(-1)?.at ?? 0;
    call.daemon.clock.elapse(duration);
    const told: Vertex = {
      name: `pushing ${tag} with docker`,
      status: pushed.error === undefined ? "DONE" : "ERROR",
      error: pushed.error,
      log: sentLayers(pushed.messages),
      begin,
      duration,
      cost: duration,
    };
    vertices.push(told);
    if (pushed.error !== undefined) return failed({ ...result, vertices }, pushed.error);
  }
  return { ...result, vertices };
}

const failed = (result: BuildResult, message: string): BuildResult => ({
  ...result,
  outcome: "error",
  error: { message, range: undefined, afterwards: true },
});

/** A line for each layer whose bytes went over the wire. */
function sentLayers(messages: readonly TransferMessage[]): LogLine[] {
  const totals = new Map<string, number>();
  const lines: LogLine[] = [];
  for (const message of messages) {
    if ("line" in message) continue;
    if (message.moved) totals.set(message.id, message.moved.total);
    if (message.status !== "Pushed") continue;
    const size = bytesText(totals.get(message.id) ?? 0);
    const time = (message.at / 1000).toFixed(1);
    const text = `pushing layer ${message.id} ${size} / ${size} ${time}s done`;
    lines.push({ at: message.at, stream: "stdout", text });
  }
  return lines;
}

/** Two digits behind the point, as BuildKit's client counts what it moves. */
function bytesText(size: number): string {
  const units = ["B", "kB", "MB", "GB"];
  const power = size < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(size) / 3));
  return power === 0 ? `${size}B` : `${(size / 1000 ** power).toFixed(2)}${units[power]}`;
}
