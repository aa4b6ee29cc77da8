import { encode } from "../../core/bytes.ts";
import type { Endpoint } from "../exchange.ts";
import { reply } from "../reply.ts";

const answer: NonNullable<Endpoint["GET"]> = () => ({
  response: reply(200, { "Content-Type": "application/json; charset=utf-8" }, encode("{}")),
});

/** `/v2/`: somebody is here who speaks this (specification, end-1). It answers whatever it is asked [measured on distribution 2.8.3]. */
export const base: Endpoint = { GET: answer, PUT: answer, POST: answer, PATCH: answer, DELETE: answer };
