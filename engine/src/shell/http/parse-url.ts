export interface Url {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** With the query; `/` where none is given. */
  readonly path: string;
}

/** `http://host:port/path`; a text without a scheme is http. Works on any text. */
export function parseUrl(text: string): Url {
  const match = /^(?:([a-z]+):\/\/)?(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?([^#]*)/i.exec(text);
  const scheme = (match?.[1] ?? "http").toLowerCase();
  const rest = match?.[4] ?? "";
  return {
    scheme,
    host: match?.[2] ?? "",
    port: match?.[3] === undefined ? (scheme === "https" ? 443 : 80) : Number(match[3]),
    path: rest.startsWith("/") ? rest : `/${rest}`,
  };
}

/** Is it the machine itself? */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(host);
