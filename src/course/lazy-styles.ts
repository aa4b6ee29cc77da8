import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Takes the style sheets of lazily loaded chunks out of the built pages. Astro hoists them into `<head>`, where the
 * editor's 19 KB would hold back the first paint; the chunk's own loader fetches them when it is needed. The
 * pages' own styles are inline, so no link is left to lose.
 */
export const lazyStyles = (): AstroIntegration => ({
  name: "drydock:lazy-styles",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const root = fileURLToPath(dir);
      const names = await readdir(root, { recursive: true });
      await Promise.all(
        names
          .filter((name) => name.endsWith(".html"))
          .map(async (name) => {
            const path = join(root, name);
            const html = await readFile(path, "utf8");
            await writeFile(path, html.replace(/<link rel="stylesheet" href="[^"]*\/_astro\/[^"]*">/g, ""));
          }),
      );
    },
  },
});
