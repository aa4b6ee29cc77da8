import { together, type Filed } from "./together.ts";
import type { Entry, Layout } from "./layout.ts";

/* Canvas takes `_digits_` out of names, so the first pair of numbers is its own, whatever a learner calls a file. */
const NAME = /^(.*?)(_LATE)?_(\d+)_(\d+)_(.+)$/s;
const ANONYMOUS = /^(LATE_)?anon_([^_]+)_(\d+)_(.+)$/s;

/**
 * Canvas' "download submissions": files side by side as `name[_LATE]_USER_FILE_NAME`, or `[LATE_]anon_ID_FILE_NAME` where marking is
 * anonymous. The id is Canvas' user number. Typed text and links (`text.html`, `link.html`) are no files of a submission.
 * Source: instructure/canvas-lms lib/content_zipper.rb.
 */
export const canvas: Layout = {
  name: "canvas",
  recognises: (entry) => filed(entry) !== undefined,
  read({ entries }) {
    return {
      handed: together(entries.flatMap((entry) => filed(entry) ?? typed(entry) ?? [])),
      left: entries.filter((entry) => !filed(entry) && !typed(entry)).map(({ name }) => name),
    };
  },
};

function filed({ name, folder, path }: Entry): Filed | undefined {
  if (folder) return undefined;
  const anonymous = ANONYMOUS.exec(name);
  if (anonymous) {
    const [, late, id = "", , as = ""] = anonymous;
    return { id: `anon_${id}`, parts: [{ path, as }], late: late !== undefined };
  }
  const [, learner, late, id, , as] = NAME.exec(name) ?? [];
  if (learner === undefined || id === undefined || as === undefined) return undefined;
  return { id, learner, parts: [{ path, as }], late: late !== undefined };
}

/** Text or an address that was typed into Canvas: somebody handed in, but no files. */
function typed({ name, folder }: Entry): Filed | undefined {
  const [, learner, late, id] = /^(.*?)(_LATE)?_(\d+)_(?:text|link)\.html$/s.exec(name) ?? [];
  return folder || learner === undefined || id === undefined
    ? undefined
    : { id, learner, parts: [], late: late !== undefined };
}
