import {
  advise,
  checkExample,
  parseDockerfile,
  type Rule,
  ruleSlug,
  rules,
  type TeachingRule,
  teachingRules,
  warningText,
} from "@drydock/engine";

/** A Dockerfile on a rule's page. */
export interface ShownExample {
  readonly text: string;
  /** Numbers of the lines that the rule points at. */
  readonly blamed: ReadonlySet<number>;
  /** What it says of the example, as the engine says it; "" for a good one. */
  readonly said: string;
  /** Other files that have to do with it, by path. */
  readonly beside: readonly (readonly [path: string, text: string])[];
}

/** All that the page of one rule shows. */
export interface RulePage {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly why: string;
  /** Docker's own page of it, "" for ours and for the one rule of theirs that has none. */
  readonly url: string;
  readonly ours: boolean;
  readonly experimental: boolean;
  readonly bad: readonly ShownExample[];
  readonly good: readonly ShownExample[];
}

const lines = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function docker(rule: Rule): RulePage {
  const { name, summary, why, url, experimental = false, ignore } = rule;
  const beside = ignore === undefined ? [] : [[".dockerignore", ignore] as const];
  const show = (text: string): ShownExample => {
    const found = checkExample(rule, text);
    const blamed = new Set(found.flatMap(({ range }) => lines(range.start.line, range.end.line)));
    const said = found.map((warning) => warningText("Dockerfile", text, warning)).join("\n");
    return { text, blamed, said, beside };
  };
  return {
    slug: ruleSlug(name),
    name,
    summary,
    why,
    url,
    ours: false,
    experimental,
    bad: rule.bad.map(show),
    good: rule.good.map(show),
  };
}

function drydock(rule: TeachingRule): RulePage {
  const { name, summary, why } = rule;
  const show =
    (kind: "good" | "bad") =>
    (text: string): ShownExample => {
      const files = rule.beside?.[kind] ?? {};
      const context = { paths: Object.keys(files), ignore: files[".dockerignore"] };
      const found = advise(parseDockerfile(text), rule.beside ? { context } : {}).filter(
        (each) => each.rule === name,
      );
      const blamed = new Set(found.flatMap(({ range }) => lines(range.start.line, range.end.line)));
      const said = found
        .map(
          ({ range: { start }, message }) =>
            `Dockerfile:${start.line}:${start.column}: ${name}\n${message}\n`,
        )
        .join("\n");
      return { text, blamed, said, beside: Object.entries(files) };
    };
  return {
    slug: ruleSlug(name),
    name,
    summary,
    why,
    url: "",
    ours: true,
    experimental: false,
    bad: rule.bad.map(show("bad")),
    good: rule.good.map(show("good")),
  };
}

/** Docker's checks by name, and Drydock's advice in the order in which a Dockerfile is written. */
export const dockerRules: readonly RulePage[] = rules
  .map(docker)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));
export const drydockRules: readonly RulePage[] = teachingRules.map(drydock);
