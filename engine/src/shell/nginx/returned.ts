import { expand } from "./variables.ts";
import { type Exchange, type Reply } from "./exchange.ts";
import { mediaTypeOf } from "./media-type-of.ts";
import type { Scope } from "./scope.ts";
import { absolute } from "./absolute.ts";
import { statusPage } from "./status-page.ts";
import type { World } from "./world.ts";

const MOVED = new Set([301, 302, 303, 307, 308]);

/** `return 301 URL`, `return 200 "text"`, `return 404`, `return URL`; undefined where the block has none. */
export function returned(world: World, exchange: Exchange, scope: Scope): Reply | undefined {
  const words = scope.own("return");
  if (!words) return undefined;
  const [first = "", second] = words;
  const isCode = /^\d{1,3}$/.test(first);
  const status = isCode ? Number(first) : 302;
  const text = isCode ? second : first;
  if (MOVED.has(status) && text !== undefined)
    return statusPage(status, scope, world.version, [
      ["Location", absolute(exchange, scope, expand(text, exchange))],
    ]);
  if (text === undefined) return statusPage(status, scope, world.version);
  const type = mediaTypeOf(scope, exchange.path);
  return { status, type, body: expand(text, exchange), headers: [], scope, final: true };
}
