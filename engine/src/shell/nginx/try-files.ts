import type { Exchange } from "./exchange.ts";
import type { Scope } from "./scope.ts";
import { fileOf } from "./static-file.ts";
import { expand } from "./variables.ts";
import type { World } from "./world.ts";

/** `try_files A B LAST`: the first that is there (a folder where it ends in a slash, which it loses then), else LAST: a path, `@name` or `=404`. */
export function tryFiles(
  world: World,
  exchange: Exchange,
  scope: Scope,
  words: readonly string[],
): { readonly path: string } | { readonly to: string } | number {
  for (const word of words.slice(0, -1)) {
    const path = expand(word, exchange);
    const entry = world.files.stat(fileOf(scope, path));
    const wanted = word.endsWith("/") ? "directory" : "file";
    if (typeof entry !== "string" && entry.kind === wanted)
      return { path: wanted === "directory" ? path.slice(0, -1) : path };
  }
  const last = words.at(-1) ?? "";
  return last.startsWith("=") ? Number(last.slice(1)) : { to: expand(last, exchange) };
}
