import { type Handed, submissionId } from "../handed/handed.ts";
import type { Entry, Layout } from "./layout.ts";

const ATTEMPT = /^(.*?)[-_. ]*\battempt[-_. ]?(\d{1,12})$/i;

/**
 * Each entry is a submission: a folder, an archive, a bundle or a Dockerfile, and its name is the id.
 *
 * `ana-attempt-2` is the second attempt of `ana`, and so is the folder `attempt-2` in a folder `ana` that holds nothing else.
 */
export const folders: Layout = {
  name: "folders",
  recognises: () => true,
  read: ({ entries }) => ({ handed: entries.flatMap(attemptsOf), left: [] }),
};

function attemptsOf(entry: Entry): Handed[] {
  const { id, attempt } = split(submissionId(entry.name), submissionId(entry.name));
  const inner = attempt === undefined ? entry.inner() : [];
  const numbered = inner.map((each) => ({ each, ...split(submissionId(each.name), id) }));
  if (numbered.length > 0 && numbered.every((each) => each.attempt !== undefined && each.id === id))
    return numbered.map(({ each, attempt: number }) => ({
      id,
      parts: [{ path: each.path }],
      attempt: number,
    }));
  return [{ id, parts: [{ path: entry.path }], attempt }];
}

function split(name: string, whole: string): { readonly id: string; readonly attempt: number | undefined } {
  const [, before, number] = ATTEMPT.exec(name.slice(-200)) ?? [];
  return number === undefined
    ? { id: name, attempt: undefined }
    : { id: before === undefined || before === "" ? whole : before, attempt: Number(number) };
}
