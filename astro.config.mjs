import mdx from "@astrojs/mdx";
import { satteri } from "@astrojs/markdown-satteri";
import { defineConfig } from "astro/config";
import { lazyStyles } from "./src/course/lazy-styles.ts";
import { offline } from "./src/course/offline.ts";
import { plainJson } from "./src/course/plain-json.ts";
import { packPython } from "./runtimes/src/python/packing/pack-plugin.ts";

/** Where the site will stand: `/` or a sub-path such as `/drydock`. */
const base = process.env["DRYDOCK_BASE"] ?? "/";

export default defineConfig({
  base,
  trailingSlash: "always",
  integrations: [mdx(), lazyStyles(), offline()],
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  markdown: {
    // `--rm` must stay two hyphens, and a quote a quote, also in a command between tags.
    processor: satteri({ features: { smartPunctuation: false } }),
    shikiConfig: { theme: "css-variables" },
  },
  devToolbar: { enabled: false },
  vite: {
    plugins: [packPython(), plainJson()],
    // The engine and the grader: see src/session/engine/engine-worker.ts.
    worker: {
      format: "es",
      plugins: () => [packPython()],
      rolldownOptions: {
        output: {
          advancedChunks: {
            groups: [
              // `layers-debian-trixie`: each is fetched on its own, when it is needed.
              {
                name: (id) => id.split(/[\\/]/).slice(-2).join("-").replace(".json", ""),
                test: /[\\/]engine[\\/]bases[\\/](?:images|layers|packages)[\\/].*\.json$/,
              },
              // What a program begins with, and what it imports: see runtimes/src/python/library-part.ts.
              {
                name: "library-standard",
                test: /[\\/]runtimes[\\/]src[\\/]python[\\/](?:library[\\/]modules|parts[\\/]standard)/,
              },
              {
                name: "library-web",
                test: /[\\/]runtimes[\\/]src[\\/]python[\\/](?:library[\\/]web|parts[\\/]web)/,
              },
              { name: "python", test: /[\\/]runtimes[\\/]src[\\/]/ },
              {
                name: "engine",
                test: /[\\/](?:engine[\\/]src[\\/](?!shell[\\/](?:git|jq)[\\/])|unbash[\\/]|fflate[\\/])/,
              },
              // `program-jq`: see engine/src/shell/program-parts.ts.
              {
                name: (id) => `program-${id.split(/[\\/]/).at(-2)}`,
                test: /[\\/]engine[\\/]src[\\/]shell[\\/](?:git|jq)[\\/]/,
              },
              { name: "grader", test: /[\\/](?:grader[\\/]src|zod)[\\/]/ },
            ],
          },
        },
      },
    },
    // Nothing is inlined: the policy of the pages allows no script but files of this site.
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What of the engine a page itself needs while somebody types.
              advancedChunks: { groups: [{ name: "parser", test: /[\\/]engine[\\/]src[\\/]/ }] },
            },
          },
        },
      },
    },
    ssr: { noExternal: ["@drydock/engine", "@drydock/grader", "@drydock/runtimes"] },
  },
});
