import type { Plugin } from "vite";

const DYNAMIC = /,\s*\{\s*with:\s*\{\s*type:\s*"json",?\s*\},?\s*\}/g;
const STATIC = /(from\s*"[^"]+\.json")\s*with\s*\{\s*type:\s*"json",?\s*\}/g;

/**
 * While authors work, Vite hands a JSON file out as a script, and a browser refuses that where the import says `json`: the
 * word is left out. What is built holds no such import.
 */
export const plainJson = (): Plugin => ({
  name: "drydock:plain-json",
  apply: "serve",
  enforce: "pre",
  transform: (code, id) =>
    /\.ts(?:\?|$)/.test(id) && code.includes('type: "json"')
      ? code.replace(DYNAMIC, "").replace(STATIC, "$1")
      : undefined,
});
