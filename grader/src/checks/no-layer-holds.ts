import { FileSystem, matchGlob } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { layerFiles } from "../look/files/layer-files.ts";
import { layerOrigin } from "../look/files/layer-origin.ts";
import { causeOf, lineOf } from "../look/words/place.ts";
import { code, megabytes } from "../look/words/words.ts";

/** No layer holds such a file, also none where a later layer hides it. */
export const noLayerHolds: Check = defineCheck({
  name: "noLayerHolds",
  topic: "files",
  needs: "image",
  summary: "no layer holds the file or the text, deleted later or not",
  parameters: z
    .strictObject({
      path: z
        .optional(z.string())
        .check(z.describe("a path, or a glob such as `/app/**/*.pyc`; `**` is any number of folders")),
      content: z.optional(z.string()).check(z.describe("a text that no file of a layer may hold")),
    })
    .check(
      z.refine(
        ({ path, content }) => path !== undefined || content !== undefined,
        "path or content is missing",
      ),
    ),
  evaluate(subject, { path: asked, content }): Finding {
    const path = asked?.replace(/(?<=.)\/+$/, "");
    const image = imageOfSubject(subject);
    const found = [...layerFiles(image)].filter(
      (file) =>
        file.entry.kind !== "directory" &&
        (path === undefined || matchGlob(path, file.path) || file.path.startsWith(`${path}/`)) &&
        (content === undefined ||
          (file.entry.kind === "file" && (file.entry.content.text?.includes(content) ?? false))),
    );
    const what = path === undefined ? "the text" : code(path);
    const [first] = found;
    if (!first) return { outcome: "pass", message: `No layer holds ${what}.` };
    const origin = layerOrigin(subject, first.layer);
    const bytes = found.reduce((sum, { entry }) => sum + (entry.kind === "file" ? entry.content.size : 0), 0);
    const hidden = typeof new FileSystem(image.tree, () => 0).lstat(first.path) === "string";
    const shown = code(first.path);
    const sized = bytes > 0 ? ` (${megabytes(bytes)})` : "";
    const message = origin
      ? `The layer of ${lineOf(origin)} holds ${shown}${sized}${hidden ? ". A later step deletes it, which hides it and leaves it in that layer" : ""}.`
      : `A layer of the base holds ${shown}${sized}.`;
    return {
      outcome: "fail",
      message,
      cause: causeOf(subject, origin),
      evidence: found.slice(0, 8).map(({ path: each, entry }) => ({
        kind: "layer",
        text: code(each).slice(1, -1),
        ...(entry.kind === "file" ? { reason: megabytes(entry.content.size) } : {}),
      })),
      facts: { count: found.length, bytes },
    };
  },
});
