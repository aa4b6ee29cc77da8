import type { LibraryTexts } from "../library-part.ts";
import { pathsBelow } from "./paths-below.ts";

/** The standard library's texts, as a chunk of the page. */
export const standard: LibraryTexts = pathsBelow(
  "modules",
  import.meta.glob<string>("../library/modules/**/*.py", { query: "?raw", import: "default", eager: true }),
);
