import * as z from "zod/mini";
import { checks, findCheck } from "../checks/index.ts";
import { didYouMean } from "../look/words/did-you-mean.ts";
import type { Criterion, Question, Rubric, Test } from "../rubric/rubric.ts";
import { laddersOf } from "../rubric/written-hints.ts";
import { rubricSchema, testSchema } from "../rubric/schema.ts";
import { issueProblems } from "./issue-problems.ts";
import { received } from "./issue-words.ts";
import { type LessonProblem, readYaml } from "./read-yaml.ts";
import type { SourceMap } from "./source-map.ts";

type Path = readonly PropertyKey[];

/** A rubric, or everything that is wrong with its text, in order of the lines. */
export type ReadRubric = { readonly rubric: Rubric } | { readonly problems: readonly LessonProblem[] };

/** Reads rubric.yaml. `path` is only for the messages. */
export function readRubric(path: string, text: string): ReadRubric {
  const yaml = readYaml(path, text);
  if ("problems" in yaml) return yaml;
  const reader = new RubricReader(path, yaml.value, yaml.map);
  const rubric = reader.read();
  return rubric && reader.problems.length === 0 ? { rubric } : { problems: reader.sorted() };
}

class RubricReader {
  readonly problems: LessonProblem[] = [];
  readonly #path: string;
  readonly #root: unknown;
  readonly #map: SourceMap;

  constructor(path: string, root: unknown, map: SourceMap) {
    this.#path = path;
    this.#root = root;
    this.#map = map;
  }

  sorted(): LessonProblem[] {
    return this.problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  read(): Rubric | undefined {
    const frame = this.#parse(rubricSchema, this.#root, []);
    const criteria = this.#list("criteria").map((raw, i) => this.#criterionTest(raw, ["criteria", i]));
    const questions = this.#list("questions").map((raw, i) =>
      this.#questionParameters(raw, ["questions", i]),
    );
    if (!frame) {
      this.#relations(this.#list("criteria"), this.#list("questions"));
      return undefined;
    }
    this.#relations(frame.criteria, frame.questions);
    return {
      version: frame.version,
      image: frame.image,
      protect: frame.protect,
      accepts: frame.accepts,
      tolerates: frame.tolerates,
      criteria: frame.criteria.map(
        ({ check: _check, with: _with, any: _any, all: _all, hints, ...rest }, i): Criterion => ({
          ...rest,
          ...laddersOf(hints),
          test: criteria[i] ?? { all: [] },
        }),
      ),
      questions: frame.questions.map((question, i): Question => ({
        ...question,
        title: question.title ?? `Question ${question.id}`,
        with: questions[i] ?? {},
      })),
    };
  }

  #criterionTest(raw: unknown, path: Path): Test | undefined {
    return isMap(raw) ? this.#test(raw, path, 0) : undefined;
  }

  #test(raw: Readonly<Record<string, unknown>>, path: Path, depth: number): Test | undefined {
    const given = (["check", "any", "all"] as const).filter((key) => raw[key] !== undefined);
    const [kind] = given;
    if (given.length !== 1 || kind === undefined) {
      this.#at(
        path,
        given.length === 0
          ? "expected check, any or all, received none of them"
          : `expected one of check, any and all, received ${given.join(" and ")}`,
      );
      return undefined;
    }
    if (kind === "check") return this.#check(raw, path);
    if (raw.with !== undefined)
      this.#at([...path, "with"], `expected with beside each check of ${kind}, received it beside ${kind}`);
    const parts = raw[kind];
    if (!Array.isArray(parts)) return undefined;
    const tests = parts.map((part: unknown, i): Test | undefined => {
      const here = [...path, kind, i];
      if (depth > 4) {
        this.#at(here, "checks are nested too deep");
        return undefined;
      }
      return this.#parse(testSchema, part, here) && isMap(part)
        ? this.#test(part, here, depth + 1)
        : undefined;
    });
    if (tests.some((test) => test === undefined)) return undefined;
    const known = tests.filter((test) => test !== undefined);
    return kind === "any" ? { any: known } : { all: known };
  }

  #check(raw: Readonly<Record<string, unknown>>, path: Path): Test | undefined {
    const { check: name } = raw;
    if (typeof name !== "string") return undefined;
    const check = findCheck(name);
    if (!check) {
      const near = didYouMean(
        name,
        checks.map((each) => each.name),
      );
      this.#at(
        [...path, "check"],
        `no check is called ${JSON.stringify(name)}; ${near === undefined ? `expected one of ${checks.map((each) => each.name).join(", ")}` : `did you mean ${JSON.stringify(near)}?`}`,
      );
      return undefined;
    }
    const value = raw.with === undefined || raw.with === null ? {} : raw.with;
    const parsed = this.#parse(
      check.parameters,
      value,
      [...path, "with"],
      raw.with === undefined || raw.with === null ? path : [...path, "with"],
    );
    return isMap(parsed) ? { check: name, with: parsed } : undefined;
  }

  #questionParameters(raw: unknown, path: Path): Readonly<Record<string, unknown>> | undefined {
    const test =
      isMap(raw) && (raw.check === "answered" || raw.check === "predicted")
        ? this.#check(raw, path)
        : undefined;
    return test && "check" in test ? test.with : undefined;
  }

  /** Ids are unique; `when` names a criterion and never comes back to itself. */
  #relations(criteria: readonly unknown[], questions: readonly unknown[]): void {
    const seen = new Set<string>();
    for (const [list, entries] of [
      ["criteria", criteria],
      ["questions", questions],
    ] as const) {
      for (const [i, entry] of entries.entries()) {
        const id = isMap(entry) ? entry.id : undefined;
        if (typeof id !== "string") continue;
        if (seen.has(id)) this.#at([list, i, "id"], `the id ${JSON.stringify(id)} is used twice`);
        seen.add(id);
      }
    }
    const next = new Map<string, string>();
    for (const entry of criteria)
      if (isMap(entry) && typeof entry.id === "string" && typeof entry.when === "string")
        next.set(entry.id, entry.when);
    const ids = [
      "builds",
      ...criteria.flatMap((entry) => (isMap(entry) && typeof entry.id === "string" ? [entry.id] : [])),
    ];
    for (const [i, entry] of criteria.entries()) {
      if (!isMap(entry) || typeof entry.when !== "string") continue;
      if (!ids.includes(entry.when)) {
        const near = didYouMean(entry.when, ids);
        this.#at(
          ["criteria", i, "when"],
          `expected the id of a criterion, received ${received(entry.when)}${near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`}`,
        );
        continue;
      }
      const passed = new Set<string>();
      let at: string | undefined = String(entry.id);
      while (at !== undefined && !passed.has(at)) {
        passed.add(at);
        at = next.get(at);
      }
      if (at !== undefined)
        this.#at(["criteria", i, "when"], `waits for itself: ${[...passed, at].join(" → ")}`);
    }
  }

  /** Checks a value and keeps every issue with its place. A missing key is told at `around`. */
  #parse<Schema extends z.ZodMiniType>(
    schema: Schema,
    value: unknown,
    path: Path,
    around: Path = path,
  ): z.output<Schema> | undefined {
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      for (const { message, ...place } of issueProblems(schema, issue, value, this.#map, path, around))
        this.#push(place, message);
    return undefined;
  }

  #list(key: string): readonly unknown[] {
    const list = isMap(this.#root) ? this.#root[key] : undefined;
    return Array.isArray(list) ? list : [];
  }

  #at(path: Path, message: string): void {
    this.#push(this.#map.value(path), message);
  }

  #push({ line, column }: { line: number; column: number }, message: string): void {
    this.problems.push({ path: this.#path, line, column, message });
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
