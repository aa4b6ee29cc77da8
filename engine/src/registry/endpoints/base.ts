import { encode } from "../../core/bytes.ts";
import type { Endpoint } from "../exchange.ts";
import { reply } from "../reply.ts";

/** `/v2/`: somebody is here who speaks this (specification, end-1). */
export const base: Endpoint = {
  GET: () => ({
    response: reply(200, { "Content-Type": "application/json; charset=utf-8" }, encode("{}")),
  }),
};
