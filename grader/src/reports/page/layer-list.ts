import { megabytes } from "../../look/words/words.ts";
import type { Report } from "../../report.ts";
import { escaped } from "./markup.ts";

/** The layers that a build put above its base, each with its share of what they weigh together. */
export function layerList(build: Report["build"]): string {
  const layers = build?.layerList ?? [];
  if (!build || layers.length === 0) return "";
  const most = Math.max(1, ...layers.map(({ bytes }) => bytes));
  const rows = layers.map(
    ({ line, text, bytes }) =>
      `<li><span class="n">${line}</span><code>${escaped(text)}</code><span class="track"><i style="width:${Math.round((100 * bytes) / most)}%"></i></span><span class="n">${megabytes(bytes)}</span></li>`,
  );
  const more = build.layers > layers.length ? `<li>and ${build.layers - layers.length} more</li>` : "";
  return `<div class="layers"><h4 class="label">Layers above the base, by line</h4><ol>${rows.join("")}${more}</ol></div>`;
}
