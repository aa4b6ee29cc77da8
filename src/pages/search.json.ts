import type { APIRoute } from "astro";
import { searchEntries } from "../course/search-entries.ts";

/** What the search page looks through; fetched when somebody opens it. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await searchEntries()), { headers: { "content-type": "application/json" } });
