import { failure } from "./failure.ts";
import type { Exchange, Outcome } from "./exchange.ts";
import { reply } from "./reply.ts";

/** Names in their order, from behind `last`, `n` of them, with a `Link` to the rest (specification, "Listing Tags"). */
export function page(
  { query }: Exchange,
  path: string,
  all: Iterable<string>,
  body: (names: readonly string[]) => object,
  atMost: number = Infinity,
): Outcome {
  const given = query.get("n");
  if (given !== undefined && !/^\d{1,9}$/.test(given))
    return { response: failure("PAGINATION_NUMBER_INVALID", { n: given }) };
  const count = given === undefined ? atMost : Math.min(Number(given), atMost);
  const last = query.get("last");
  // Plain order of code units: "lexical (i.e. case-insensitive alphanumeric order)" of the text is no registry's.
  const rest = [...all].toSorted().filter((name) => last === undefined || name > last);
  const names = rest.slice(0, count);
  const end = names.at(-1);
  const more: Record<string, string> =
    end === undefined || names.length === rest.length
      ? {}
      : { Link: `<${path}?last=${encodeURIComponent(end)}&n=${count}>; rel="next"` };
  return { response: reply(200, more, body(names)) };
}
