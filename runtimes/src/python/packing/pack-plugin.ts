import { readFile } from "node:fs/promises";
import { packed } from "./packed.ts";

/** As much of a Vite plugin as is needed here. */
interface PackPlugin {
  readonly name: string;
  readonly enforce: "pre";
  load(id: string): Promise<string | undefined>;
}

/** For Vite: the library's texts are packed when a page asks for them with `?raw`. */
export const packPython = (): PackPlugin => ({
  name: "drydock:pack-python",
  enforce: "pre",
  async load(id) {
    const [path, query] = id.split("?");
    if (query !== "raw" || !path?.endsWith(".py")) return undefined;
    return `export default ${JSON.stringify(packed(await readFile(path, "utf8")))};`;
  },
});
