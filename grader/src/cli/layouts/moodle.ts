import type { Part } from "../handed/handed.ts";
import { type Filed, together } from "./together.ts";
import type { Entry, Layout } from "./layout.ts";

/* A full name holds no underscore, so the first match is Moodle's own, whatever a learner calls a file. */
const NAME = /^(.*?)_(\d+)_assignsubmission_(file|onlinetext)(?:_(.*))?$/s;

/**
 * Moodle's "download all submissions": `Full Name_ID_assignsubmission_file/`, or, where it was told so, all files side by side as
 * `Full Name_ID_assignsubmission_file_NAME`. The id is Moodle's participant number. Source: moodle/moodle mod/assign/classes/downloader.php.
 */
export const moodle: Layout = {
  name: "moodle",
  recognises: ({ name }) => NAME.test(name),
  read({ entries }) {
    const left = entries.filter(({ name }) => !NAME.test(name)).map(({ name }) => name);
    return { handed: together(entries.flatMap(filed)), left };
  },
};

function filed(entry: Entry): Filed[] {
  const [, learner = "", id = "", kind, as = ""] = NAME.exec(entry.name) ?? [];
  if (id === "") return [];
  return [{ id, learner, parts: kind === "onlinetext" ? [] : partsOf(entry, as) }];
}

/* A folder with a single file is that file: an archive, a bundle or a Dockerfile that came alone. */
function partsOf(entry: Entry, as: string): Part[] {
  if (!entry.folder) return as === "" ? [] : [{ path: entry.path, as }];
  const inner = entry.inner();
  const [only] = inner;
  return only && inner.length === 1 && !only.folder
    ? [{ path: only.path, as: only.name }]
    : [{ path: entry.path }];
}
