import type { Lesson } from "@drydock/grader";
import type { Answered, Asked, Method, Wire } from "./engine-messages.ts";
import type { EngineService } from "./engine-service.ts";
import { EngineStopped } from "./engine-stopped.ts";

/** The page's end of a worker. */
export interface EngineWire extends Wire<Answered, Asked> {
  addEventListener(kind: "message", heard: (event: { readonly data: Answered }) => void): void;
  addEventListener(kind: "error", heard: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}

/** The engine somewhere else. Where it is ended or dies, the next call starts another one on the same lesson. */
export interface RemoteEngine extends EngineService {
  /** How many have ended: a machine of one that has is gone. */
  readonly ended: number;
  /** Ends it. What ran on the machine rejects with EngineStopped, the rest is asked again; the machine is gone. */
  interrupt(): void;
}

interface Pending {
  readonly asked: Asked;
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
}

const ofMachine: ReadonlySet<Method> = new Set(["begin", "run", "look", "turnTo", "changes", "save", "load"]);

/** @param start makes a worker and the way to it */
export const engineRemote = (
  start: () => EngineWire,
  brought: (part: string) => void = () => undefined,
): RemoteEngine => {
  let wire: EngineWire | undefined;
  let lesson: Lesson | undefined;
  let next = 1;
  let ended = 0;
  const pending = new Map<number, Pending>();

  const drop = (which: (one: Pending) => boolean, stopped: EngineStopped): void => {
    for (const [id, one] of pending) {
      if (!which(one)) continue;
      pending.delete(id);
      one.failed(stopped);
    }
  };
  const connect = (): EngineWire => {
    const mine = start();
    wire = mine;
    mine.addEventListener("message", ({ data }) => {
      if (wire !== mine) return;
      if ("brought" in data) {
        brought(data.brought);
        return;
      }
      if ("lifeline" in data) return;
      const call = pending.get(data.id);
      pending.delete(data.id);
      if ("error" in data) call?.failed(new Error(data.error));
      else call?.done(data.value);
    });
    mine.addEventListener("error", ({ message }) => {
      if (wire !== mine) return;
      wire = undefined;
      ended += 1;
      mine.terminate();
      drop(() => true, new EngineStopped("died", message ?? "it gave no reason"));
    });
    if (lesson) mine.postMessage({ id: 0, method: "open", args: [lesson] });
    return mine;
  };
  const call = <M extends Method>(
    method: M,
    ...args: Parameters<EngineService[M]>
  ): ReturnType<EngineService[M]> => {
    const asked: Asked = { id: next++, method, args };
    const answer = new Promise<unknown>((done, failed) => {
      pending.set(asked.id, { asked, done, failed });
      (wire ?? connect()).postMessage(asked);
    });
    return answer as ReturnType<EngineService[M]>;
  };
  return {
    get ended() {
      return ended;
    },
    open: (opened) => {
      const asked = call("open", opened);
      lesson = opened;
      return asked;
    },
    begin: (...args) => call("begin", ...args),
    run: (...args) => call("run", ...args),
    look: (...args) => call("look", ...args),
    turnTo: (...args) => call("turnTo", ...args),
    changes: (...args) => call("changes", ...args),
    save: (...args) => call("save", ...args),
    load: (...args) => call("load", ...args),
    grade: (...args) => call("grade", ...args),
    warnings: (...args) => call("warnings", ...args),
    advice: (...args) => call("advice", ...args),
    compare: (...args) => call("compare", ...args),
    interrupt: () => {
      wire?.terminate();
      wire = undefined;
      ended += 1;
      drop(({ asked }) => ofMachine.has(asked.method), new EngineStopped("interrupted", "interrupted"));
      for (const { asked } of pending.values()) (wire ?? connect()).postMessage(asked);
    },
  };
};
