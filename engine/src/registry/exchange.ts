import type { RegistryRequest, RegistryResponse } from "./request.ts";
import type { RegistryState } from "./registry-state.ts";

/** One request at one repository, let in and taken apart. */
export interface Exchange {
  readonly registry: RegistryState;
  readonly request: RegistryRequest;
  /** Of the repository; empty for what belongs to none. */
  readonly name: string;
  /** The last part of the path: a tag, a digest, the id of an upload. */
  readonly reference: string;
  readonly query: ReadonlyMap<string, string>;
}

/** What came of it: the answer, and the registry afterwards where it is another. */
export interface Outcome {
  readonly response: RegistryResponse;
  readonly registry?: RegistryState;
}

/** What a registry does at one kind of path, by method; HEAD is GET without its body. */
export type Endpoint = Readonly<
  Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", (exchange: Exchange) => Outcome>>
>;
