import type { Scope } from "./scope.ts";

/** The media type of a path's ending, by `types`; else `default_type`. `charset` is joined to those of text. */
export function mediaTypeOf(scope: Scope, path: string): string {
  const ending = /\.([^./]*)$/.exec(path)?.[1]?.toLowerCase();
  const type =
    (ending !== undefined && typeOf(scope, ending)) || (scope.words("default_type")?.[0] ?? "text/plain");
  const charset = scope.words("charset")?.[0];
  if (charset === undefined || charset === "off" || !TEXTS.has(type)) return type;
  return `${type}; charset=${charset}`;
}

function typeOf(scope: Scope, ending: string): string | undefined {
  const blocks = scope.all("types");
  // nginx without any `types` knows three endings.
  if (blocks.length === 0)
    return new Map([
      ["html", "text/html"],
      ["gif", "image/gif"],
      ["jpg", "image/jpeg"],
    ]).get(ending);
  const lines = blocks.flatMap(({ block }) => block ?? []);
  return lines.findLast(({ args }) => args.includes(ending))?.name;
}

/** `charset_types` where nothing is said. */
const TEXTS = new Set([
  "text/html",
  "text/xml",
  "text/plain",
  "text/vnd.wap.wml",
  "application/javascript",
  "application/rss+xml",
]);
