import type { Endpoint } from "../exchange.ts";
import { page } from "../page.ts";

/** What distribution gives at once where nobody says how many (its default of `catalog.maxentries` is 1000). */
const DEFAULT = 100;
const AT_MOST = 1_000;

/** `/v2/_catalog`: the names of all repositories. */
export const catalog: Endpoint = {
  GET: (exchange) =>
    page(
      exchange,
      "/v2/_catalog",
      exchange.registry.repositories.keys(),
      (repositories) => ({ repositories }),
      exchange.query.has("n") ? AT_MOST : DEFAULT,
    ),
};
