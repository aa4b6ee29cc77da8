import { notSimulated } from "../../core/engine-error.ts";
import type { Endpoint } from "../exchange.ts";
import { failure } from "../failure.ts";
import { page } from "../page.ts";

/** `/v2/NAME/tags/list` (specification, end-8). */
export const tags: Endpoint = {
  GET(exchange) {
    const { registry, name } = exchange;
    const repository = registry.repositories.get(name);
    const known = repository?.partial || repository?.known || (repository?.manifests.size ?? 0) > 0;
    if (!repository || !known) return { response: failure("NAME_UNKNOWN", { name }) };
    if (repository.partial) throw notSimulated(`the tags of ${name}`, "list all of them");
    return page(exchange, `/v2/${name}/tags/list`, repository.tags.keys(), (all) => ({ name, tags: all }));
  },
};
