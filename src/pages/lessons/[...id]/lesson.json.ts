import type { APIRoute, GetStaticPaths } from "astro";
import { getCollection } from "astro:content";
import { lessonData } from "../../../course/lesson-data.ts";

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection("lessons")).map(({ id }) => ({ params: { id } }));

/** The lesson as the grader takes it: rubric, files to begin with, solution. */
export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(lessonData(params["id"] ?? "")), {
    headers: { "content-type": "application/json" },
  });
