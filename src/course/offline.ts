import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { generateSW } from "workbox-build";

/** Writes `sw.js`, which keeps the whole built site for use without a network after the first visit. */
export const offline = (): AstroIntegration => ({
  name: "drydock:offline",
  hooks: {
    "astro:build:done": async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const { count, size, warnings } = await generateSW({
        globDirectory: root,
        swDest: `${root}sw.js`,
        globPatterns: ["**/*.{html,js,css,woff2,ttf,svg,json,webmanifest,wasm}"],
        // The editor is one chunk of 3.4 MB; Workbox would leave out what is over 2 MiB.
        maximumFileSizeToCacheInBytes: 8_000_000,
        // Names in `_astro/` hold a digest of their bytes.
        dontCacheBustURLsMatching: /\/_astro\//,
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        // Not at once: `public/take-over.js` says when.
        skipWaiting: false,
        importScripts: ["take-over.js"],
        inlineWorkboxRuntime: true,
        sourcemap: false,
      });
      for (const warning of warnings) logger.warn(warning);
      logger.info(`${count} files, ${Math.round(size / 1000)} kB for use without a network`);
    },
  },
});
