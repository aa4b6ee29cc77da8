import { getCollection } from "astro:content";
import { guideHtml } from "./guide-html.ts";
import { href } from "./href.ts";

/** In the order in which they are read: the document's name, the page's, and what it is good for. */
const listed = [
  ["authoring", "authoring", "From nothing to a graded lesson in twenty minutes, every file shown whole."],
  [
    "instructors",
    "classes",
    "One submission, a whole class, and the platform that you have: GitHub, GitLab, Gradescope, PrairieLearn, Moodle, Canvas.",
  ],
  ["scale", "scale", "Thousands of submissions on many machines, with files that work as they are."],
  ["library", "library", "The grader in a program of your own, and the report that it gives."],
  ["behaviour", "behaviour", "What a program of your lesson does that Drydock cannot run: declare it."],
  ["fidelity", "fidelity", "What is compared with a real Docker, and every difference that is known."],
] as const;

export interface Guide {
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly said: string;
  readonly html: string;
  readonly headings: readonly { readonly depth: number; readonly slug: string; readonly text: string }[];
}

/** The documents of the project that instructors read, as pages of the site. */
export const guides = async (): Promise<readonly Guide[]> => {
  const documents = new Map((await getCollection("guides")).map((entry) => [entry.id, entry]));
  const pathOf = (id: string): string | undefined => {
    const slug = listed.find(([name]) => name === id)?.[1];
    return slug === undefined ? undefined : href(`/instructors/${slug}/`);
  };
  return listed.map(([id, slug, said]) => {
    const rendered = documents.get(id)?.rendered;
    if (!rendered) throw new Error(`docs/${id}.md is listed in src/course/guides.ts, but is not there`);
    const headings = rendered.metadata?.["headings"] as Guide["headings"];
    const title = headings.find(({ depth }) => depth === 1)?.text ?? id;
    return {
      slug,
      path: href(`/instructors/${slug}/`),
      title,
      said,
      html: guideHtml(rendered.html, pathOf),
      headings: headings.filter(({ depth }) => depth === 2),
    };
  });
};
