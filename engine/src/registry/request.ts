/** One HTTP request to a registry. Names of headers may be in any case. */
export interface RegistryRequest {
  readonly method: string;
  /** With the query: `/v2/app/tags/list?n=2`. */
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export interface RegistryResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}
