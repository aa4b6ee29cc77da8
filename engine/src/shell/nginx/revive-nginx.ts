import { isNumber, isText, listOf, maybe, objectOf, type Shape } from "../../core/shape.ts";
import { isSleeper } from "../wait/sleeper-shape.ts";
import type { Sleeper, Waiting } from "../wait/waiting.ts";
import type { Directive } from "./directive.ts";
import { running } from "./running.ts";
import { siteOf } from "./site.ts";

const isDirective: Shape<Directive> = (value): value is Directive => isWholeDirective(value);
const isWholeDirective = objectOf<Directive>({
  name: isText,
  args: listOf(isText),
  block: maybe(listOf(isDirective)),
  file: isText,
  line: isNumber,
});

const isKeptNginx = objectOf<{
  readonly directives: readonly Directive[];
  readonly sleeper: Sleeper;
  readonly version: string;
  readonly count: number;
}>({ directives: listOf(isDirective), sleeper: isSleeper, version: isText, count: isNumber });

/** nginx with the configuration that it had read when it was written down. Undefined where `state` is none of its own. */
export function reviveNginx(state: unknown): Waiting | undefined {
  if (!isKeptNginx(state)) return undefined;
  const site = siteOf(state.directives, "nginx.conf");
  return "error" in site ? undefined : running(site, state.sleeper, state.version, state.count);
}
