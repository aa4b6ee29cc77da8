import { expect, it } from "vitest";
import { guideHtml } from "./guide-html.ts";

const pages: Readonly<Record<string, string>> = { scale: "/instructors/scale/" };
const shown = (html: string): string => guideHtml(html, (name) => pages[name]);

it("leaves out the title and leads from page to page", () => {
  expect(shown('<h1 id="a">A <code>b</code></h1><p><a href="scale.md#jobs">many machines</a></p>')).toBe(
    '<p><a href="/instructors/scale/#jobs">many machines</a></p>',
  );
  expect(shown('<a href="scale.md">scale.md</a>')).toBe(
    '<a href="/instructors/scale/">the page on scale</a>',
  );
});

it("links to nothing that the site does not have", () => {
  expect(shown('See <a href="../grader/recipes"><code>grader/recipes</code></a>.')).toBe(
    "See <code>grader/recipes</code>.",
  );
});

it("leaves links within the page and to elsewhere alone", () => {
  const text = '<a href="#here">here</a> <a href="https://example.org/a">there</a>';
  expect(shown(text)).toBe(text);
});
