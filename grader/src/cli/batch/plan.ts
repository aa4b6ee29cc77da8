import { visible, visibleJson } from "../../reports/visible.ts";
import { UsageError } from "../exit-status.ts";
import type { Handed } from "../handed/handed.ts";
import { handedTime } from "../handed/handed-time.ts";
import { detected, layouts } from "../layouts/index.ts";
import { listingOf } from "./listing.ts";
import { notThere } from "../reports/not-there.ts";
import { enrolled, type Roster } from "./roster.ts";

export type AttemptRule = "best" | "last" | "first" | "all";

/** What a batch grades: of each learner the attempts that must be looked at, in the order of the report. */
export interface Plan {
  readonly layout: string;
  readonly learners: readonly (readonly Handed[])[];
  /** What a person should know before grading begins, a line each. */
  readonly notices: readonly string[];
}

/** @throws {UsageError} where a layout does not fit, or where two learners have one id. */
export function planOf(
  folder: string,
  wanted: {
    readonly layout: string;
    readonly roster: Roster | undefined;
    readonly attempt: AttemptRule | undefined;
  },
): Plan {
  const listing = listingOf(folder);
  const layout =
    wanted.layout === "auto" ? detected(listing) : layouts.find(({ name }) => name === wanted.layout);
  if (!layout) throw new UsageError(`no layout is called ${wanted.layout}`);
  const read = layout.read(listing, new Set(wanted.roster?.names.keys()));
  if (read.handed.length === 0 && listing.entries.length > 0)
    throw new UsageError(`nothing in ${folder} is laid out as ${layout.name} does`);
  const known = wanted.roster && enrolled(read.handed, wanted.roster);
  const notices = [
    ...notThere("left out, not of this layout", read.left),
    ...notThere("not on the roster", known?.strangers ?? []),
    ...notThere("on the roster, handed in nothing", known?.missing ?? []),
  ];
  const byId = Map.groupBy(known?.handed ?? read.handed, ({ id }) => id);
  const learners = [...byId.values()].flatMap((attempts) => chosen(attempts, wanted.attempt));
  return { layout: layout.name, learners: learners.sort(byLine), notices };
}

/* Each inner list becomes one line of the report, or none is left out where all are asked for. */
function chosen(attempts: readonly Handed[], rule: AttemptRule | undefined): (readonly Handed[])[] {
  const [first, second] = attempts;
  if (!first || !second) return [attempts];
  const people = new Set(attempts.map(({ learner }) => learner));
  const numbered = attempts.every(({ attempt }) => attempt !== undefined);
  if (people.size > 1 || rule === undefined) {
    const [one, two] = [first, second].map(({ parts }) => visible(parts[0]?.path ?? "nothing"));
    throw new UsageError(
      `${one} and ${two} are two ${numbered ? "attempts" : "submissions"} of one id, ${JSON.stringify(first.id)}${people.size > 1 ? "" : "; --attempt best, last, first or all says what to do"}`,
    );
  }
  const inOrder = attempts
    .map((each) => ({ each, at: numbered ? (each.attempt ?? 0) : (handedTime(each) ?? 0) }))
    .sort((a, b) => a.at - b.at || compare(a.each.parts[0]?.path ?? "", b.each.parts[0]?.path ?? ""))
    .map(({ each }) => each);
  if (rule === "all") return inOrder.map((each, i) => [{ ...each, id: `${each.id}@${i + 1}`, of: each.id }]);
  if (rule === "best") return [inOrder];
  return [inOrder.slice(...(rule === "first" ? [0, 1] : [-1]))];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As `LC_ALL=C sort` orders the lines of the report, so that sorted shards are the bytes of a single run. */
const byLine = ([a]: readonly Handed[], [b]: readonly Handed[]): number =>
  Buffer.compare(lineOf(a), lineOf(b));

const lineOf = (handed: Handed | undefined): Buffer =>
  Buffer.from(visibleJson(JSON.stringify(handed?.id ?? "")));
