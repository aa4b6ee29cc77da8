import type { Report, Verdict } from "./report.ts";

/** What became of one submission between two runs; `before` or `after` is null where a run does not have it. */
export interface ReportDifference {
  readonly id: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** Criteria whose outcome or points changed. */
  readonly criteria: readonly {
    readonly id: string;
    readonly before: Mark | null;
    readonly after: Mark | null;
    /** What is said now, else what was said. */
    readonly message: string;
  }[];
}

/** What a comparison keeps of a report. */
interface Standing {
  readonly status: Report["status"];
  readonly points: number;
  readonly maximum: number;
}

interface Mark {
  readonly outcome: Verdict["outcome"];
  readonly points: number;
}

const standing = ({ status, points, maximum }: Report): Standing => ({ status, points, maximum });
const mark = ({ outcome, points }: Verdict): Mark => ({ outcome, points });

/** Undefined where nothing that counts is different: words may be. */
export function reportDifference(
  before: Report | undefined,
  after: Report | undefined,
): ReportDifference | undefined {
  const id = (after ?? before)?.submission.id;
  if (id === undefined) return undefined;
  const was = new Map(before?.criteria.map((verdict) => [verdict.id, verdict]));
  const is = new Map(after?.criteria.map((verdict) => [verdict.id, verdict]));
  const criteria = [...new Set([...was.keys(), ...is.keys()])].flatMap((each) => {
    const [one, two] = [was.get(each), is.get(each)];
    if (one && two && one.outcome === two.outcome && one.points === two.points) return [];
    return [
      {
        id: each,
        before: one ? mark(one) : null,
        after: two ? mark(two) : null,
        message: (two ?? one)?.message ?? "",
      },
    ];
  });
  const same =
    before &&
    after &&
    criteria.length === 0 &&
    JSON.stringify(standing(before)) === JSON.stringify(standing(after));
  return same
    ? undefined
    : {
        id,
        before: before ? standing(before) : null,
        after: after ? standing(after) : null,
        criteria: before && after ? criteria : [],
      };
}
