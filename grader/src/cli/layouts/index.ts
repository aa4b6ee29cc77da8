import { bundle } from "./bundle.ts";
import { canvas } from "./canvas.ts";
import { folders } from "./folders.ts";
import { gradescope } from "./gradescope.ts";
import type { Layout, Listing } from "./layout.ts";
import { moodle } from "./moodle.ts";
import { repos } from "./repos.ts";

/** Every layout, in the order in which `auto` tries them; the last takes anything. */
export const layouts: readonly Layout[] = [gradescope, moodle, canvas, repos, bundle, folders];

/** The first layout that more than half of the entries look like. */
export const detected = (listing: Listing): Layout =>
  layouts.find(
    (layout) =>
      listing.entries.filter((entry) => layout.recognises(entry)).length * 2 > listing.entries.length,
  ) ?? folders;
