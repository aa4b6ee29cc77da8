import { bases } from "@drydock/engine/bases/index.ts";
import { factOf } from "../../authoring/fact-of.ts";
import { predictionOf } from "../../authoring/prediction-of.ts";
import type { Lesson } from "../../lesson.ts";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import type { Element } from "./elements.ts";
import { runLine } from "./run-line.ts";
import type { ProseProblem } from "./read-prose.ts";

/** What each word of ours takes. */
const components: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly may?: readonly string[] }>
> = {
  Run: { needs: [] },
  Output: { needs: [] },
  Fact: { needs: ["of", "build", "what"], may: ["step"] },
  Predict: { needs: ["id"], may: ["build", "edit", "ask"] },
  Exercise: { needs: [] },
  Wild: { needs: [] },
  Keep: { needs: [] },
};
const NAMES = Object.keys(components);

/** Elements of HTML that a text may need; none that loads or runs anything. */
const HTML = new Set(
  "a abbr b br cite code dd del details dl dt em figcaption figure hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td th thead tr u ul var".split(
    " ",
  ),
);

/** What is wrong with the elements of a prose; with their questions and figures too, where the lesson could be read. */
export function componentProblems(elements: readonly Element[], lesson: Lesson | undefined): ProseProblem[] {
  const named = (name: string): readonly Element[] => elements.filter((each) => each.name === name);
  const told = elements.flatMap((element): ProseProblem[] =>
    problemsOf(element, lesson).map((message) => ({ offset: element.offset, message })),
  );
  const [, ...again] = named("Exercise");
  for (const { offset } of again)
    told.push({ offset, message: "a lesson has one <Exercise />, this is another" });
  if (!lesson) return told;
  const { criteria, questions } = lesson.rubric;
  if (criteria.length > 0 && named("Exercise").length === 0)
    told.push({
      offset: 0,
      message: "there is no <Exercise />: learners would not see what is asked of them",
    });
  const asked = named("Predict").map(({ attributes }) => attributes.get("id"));
  for (const { id, check } of questions)
    if (check === "predicted" && !asked.includes(id))
      told.push({ offset: 0, message: `rubric.yaml asks ${id}, and no <Predict id="${id}"> asks it here` });
  return told;
}

function problemsOf(element: Element, lesson: Lesson | undefined): string[] {
  const { name, attributes, inner } = element;
  if (/^[a-z]/.test(name)) {
    if (HTML.has(name)) return [];
    return [`no element is called <${name}>${meant(name, NAMES)}`];
  }
  const component = components[name];
  if (!component)
    return [`no word of ours is called <${name}>${meant(name, NAMES) || `; there are ${NAMES.join(", ")}`}`];
  const known = [...component.needs, ...(component.may ?? [])];
  const wrong = [
    ...component.needs.filter((each) => !attributes.has(each)).map((each) => `<${name}> has no ${each}="…"`),
    ...[...attributes.keys()]
      .filter((each) => !known.includes(each))
      .map((each) => `<${name}> takes no ${each}="…"${meant(each, known)}`),
  ];
  if (wrong.length > 0) return wrong;
  const empty = inner === undefined || inner.trim() === "";
  if (name === "Exercise" || name === "Fact") {
    if (!empty) return [`<${name} /> holds nothing between its tags`];
  } else if (empty) return [`<${name}> holds nothing`];
  if (name === "Run") {
    const read = runLine(inner ?? "");
    return "problem" in read ? [read.problem] : [];
  }
  if (!lesson) return [];
  try {
    if (name === "Fact") factOf(lesson, attributes, bases);
    if (name === "Predict") {
      predictionOf(lesson, attributes.get("id") ?? "", bases);
      return otherThanAsked(lesson, attributes);
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return [];
}

/** What a `<Predict>` repeats of its question is that question's. */
function otherThanAsked({ rubric }: Lesson, attributes: ReadonlyMap<string, string>): string[] {
  const id = attributes.get("id");
  const asked = rubric.questions.find((question) => question.id === id)?.with ?? {};
  return [...attributes].flatMap(([name, value]) =>
    name === "id" || asked[name] === value
      ? []
      : [
          `<Predict id="${id}">: ${name} is ${JSON.stringify(asked[name] ?? null)} in rubric.yaml, not "${value}"`,
        ],
  );
}

const meant = (word: string, known: readonly string[]): string => {
  const near = didYouMean(word, known);
  return near === undefined ? "" : `; did you mean ${near}?`;
};
