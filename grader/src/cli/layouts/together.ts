import type { Handed } from "../handed/handed.ts";
import { ARCHIVE } from "../handed/archive-name.ts";

/** One file or folder of a learner, or none where only text was typed into the page. */
export type Filed = Handed;

/**
 * Puts the files of each learner together. A learner's only file that is an archive or a bundle is the whole submission.
 *
 * Learners of one id but of two names stay two, so that the run stops at them.
 */
export function together(filed: readonly Filed[]): Handed[] {
  const groups = new Map<string, Filed[]>();
  for (const each of filed) {
    const key = JSON.stringify([each.id, each.learner]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const parts = group.flatMap((each) => each.parts);
    const whole = parts.filter(({ as }) => as === undefined);
    if (whole.length > 1) return whole.map((part) => ({ ...first, parts: [part] }));
    const [only] = parts;
    const alone =
      parts.length === 1 && only?.as !== undefined && (ARCHIVE.test(only.as) || isBundleName(only.as));
    return [
      {
        ...first,
        late: group.some(({ late }) => late === true) || first.late,
        parts: whole.length === 1 ? whole : alone && only ? [{ path: only.path }] : parts,
      },
    ];
  });
}

const isBundleName = (name: string): boolean => /\.json$/i.test(name) && !/^session\.json$/i.test(name);
