import type { LibraryTexts } from "../library-part.ts";
import { pathsBelow } from "./paths-below.ts";

/** Flask's, gunicorn's and their like's texts, as a chunk of the page. */
export const web: LibraryTexts = pathsBelow(
  "web",
  import.meta.glob<string>("../library/web/**/*.py", { query: "?raw", import: "default", eager: true }),
);
