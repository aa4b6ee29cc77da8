import type { EngineService } from "./engine-service.ts";

export type Method = keyof EngineService;

/** A call on its way to the worker. */
export interface Asked {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** What comes back: a value, why there is none, word that a part of Drydock was fetched, or the name of a lifeline. */
export type Answered =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly brought: string }
  | { readonly lifeline: string };

/** One end of the way between a page and its worker. */
export interface Wire<In, Out> {
  postMessage(message: Out): void;
  addEventListener(kind: "message", heard: (event: { readonly data: In }) => void): void;
}
