import { bases } from "@drydock/engine/bases/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRubric } from "./authoring/read-rubric.ts";
import { canonicalJson } from "./canonical-json.ts";
import { grade } from "./grade.ts";
import type { Lesson } from "./lesson.ts";
import { regrade } from "./regrade.ts";
import type { Report } from "./report.ts";

type Outcome = "pass" | "fail" | "blocked" | "inconclusive";

/** What the engine makes of each Dockerfile. */
const dockerfiles = {
  builds: "FROM busybox\nEXPOSE 80\n",
  fails: "FROM busybox\nRUN false\n",
  unknown: "FROM gcr.io/nobody/knows\n",
} as const;
type Build = keyof typeof dockerfiles;

/** Questions with a known end. Of those that need the image: the end where it is built. */
const leaves = {
  sent: { check: "contextHolds", with: { paths: ["Dockerfile"] }, end: "pass" },
  notSent: { check: "contextHolds", with: { paths: ["nowhere"] }, end: "fail" },
  half: { check: "answered", with: { question: "q", set: ["a", "b"] }, end: "fail", credit: 0.5 },
  uncertain: { check: "lacksContainer", with: { name: "old" }, end: "inconclusive" },
  exposed: { check: "exposes", with: { port: 80 }, end: "pass", image: true },
  closed: { check: "exposes", with: { port: 81 }, end: "fail", image: true },
} as const;
type Leaf = keyof typeof leaves;
type Tree = Leaf | { readonly any: readonly Tree[] } | { readonly all: readonly Tree[] };

interface Asked {
  readonly id: string;
  readonly tree: Tree;
  readonly points: number;
  readonly bonus: boolean;
  readonly when: string | undefined;
}

/** What a tree of questions must come to, said in the plainest way. */
function expected(tree: Tree, build: Build): { outcome: Outcome; earned: number } {
  if (typeof tree === "string") {
    const leaf = leaves[tree];
    const inTheWay = "image" in leaf && build !== "builds";
    const outcome = inTheWay ? (build === "fails" ? "blocked" : "inconclusive") : leaf.end;
    return { outcome, earned: outcome === "pass" ? 1 : "credit" in leaf ? leaf.credit : 0 };
  }
  const parts = ("any" in tree ? tree.any : tree.all).map((part) => expected(part, build));
  const order: Outcome[] =
    "any" in tree ? ["pass", "inconclusive", "blocked", "fail"] : ["fail", "blocked", "inconclusive", "pass"];
  const outcome = order.find((each) => parts.some((part) => part.outcome === each)) ?? "pass";
  const shares = parts.map(({ earned }) => earned);
  const share = "any" in tree ? Math.max(...shares) : Math.min(...shares);
  return { outcome, earned: outcome === "pass" ? 1 : outcome === "fail" ? share : 0 };
}

const turned = (tree: Tree): Tree =>
  typeof tree === "string"
    ? tree
    : "any" in tree
      ? { any: tree.any.map(turned).toReversed() }
      : { all: tree.all.map(turned).toReversed() };

const written = (tree: Tree): object => {
  if (typeof tree === "string") return { check: leaves[tree].check, with: leaves[tree].with };
  return "any" in tree ? { any: tree.any.map(written) } : { all: tree.all.map(written) };
};

function lessonOf(asked: readonly Asked[]): Lesson {
  const criteria = asked.map(({ id, tree, points, bonus, when }) => ({
    id,
    title: id,
    points,
    bonus,
    ...(when === undefined ? {} : { when }),
    ...written(tree),
  }));
  const read = readRubric("rubric.yaml", JSON.stringify({ version: 1, criteria }));
  if (!("rubric" in read)) throw new Error(JSON.stringify(read.problems));
  return { id: "a", version: "sha256:0", rubric: read.rubric, start: {}, solution: {} };
}

const session = {
  format: 1 as const,
  commands: [{ line: "docker run -d --name old gcr.io/nobody/knows" }],
  answers: { q: ["a"] },
};
const graded = (asked: readonly Asked[], build: Build): Report =>
  grade(lessonOf(asked), { id: "x", files: { Dockerfile: dockerfiles[build] }, session }, { bases });

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(...(Object.keys(leaves) as Leaf[])),
    fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
  ),
})).tree;

const asked = fc
  .array(
    fc.record({ tree, points: fc.constantFrom(0.5, 1, 3), bonus: fc.boolean(), before: fc.option(fc.nat()) }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ before, ...each }, i): Asked => ({
      ...each,
      id: `c${i}`,
      when: before === null || i === 0 ? undefined : `c${before % i}`,
    })),
  );

const bare = ({ criteria }: Report): object =>
  Object.fromEntries(criteria.map(({ id, outcome, points }) => [id, { outcome, points }]));

test("tests put together come to what their parts say, whatever stands first", () => {
  fc.assert(
    fc.property(asked, fc.constantFrom(...(Object.keys(dockerfiles) as Build[])), (list, build) => {
      const report = graded(list, build);
      const ends = new Map<string, Outcome>();
      for (const { id, tree: whole, points, when } of list) {
        const before = when === undefined ? "pass" : ends.get(when);
        const own = expected(whole, build);
        const { outcome, earned } =
          before === "pass"
            ? own
            : { outcome: before === "inconclusive" ? before : ("blocked" as const), earned: 0 };
        ends.set(id, outcome);
        const verdict = report.criteria.find((each) => each.id === id);
        expect(verdict).toMatchObject({ outcome, points: Math.floor(points * earned * 100) / 100 });
      }
      const counted = report.criteria.filter(({ bonus }) => !bonus);
      expect(report.points).toBeLessThanOrEqual(report.scoredMaximum);
      expect(report.scoredMaximum).toBe(
        counted.reduce((sum, each) => sum + (each.outcome === "inconclusive" ? 0 : each.maximum), 0),
      );
      const blocked = counted.some(({ outcome }) => outcome === "blocked");
      const root = report.criteria.find(({ id }) => id === report.rootCause);
      expect(root?.outcome).toBe(
        blocked || counted.some(({ outcome }) => outcome === "fail") ? "fail" : undefined,
      );
      expect(report.status).toBe(
        report.criteria.some(({ outcome }) => outcome === "inconclusive")
          ? "needsReview"
          : counted.every(({ outcome }) => outcome === "pass")
            ? "passed"
            : "failed",
      );
      expect(canonicalJson(graded(list, build))).toBe(canonicalJson(report));
      const other = list.map((each) => ({ ...each, tree: turned(each.tree) })).toReversed();
      expect(bare(graded(other, build))).toEqual(bare(report));
      expect(bare(regrade(report, lessonOf(list).rubric))).toEqual(bare(report));
    }),
    { numRuns: 100 },
  );
});
