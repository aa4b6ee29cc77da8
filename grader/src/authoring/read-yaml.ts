import { LineCounter, parseDocument, isScalar, visit } from "yaml";
import { SourceMap } from "./source-map.ts";
import { firstCauses, yamlWords } from "./yaml-words.ts";

/** Something wrong with a file of a lesson: `path:line:column: message`. */
export interface LessonProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export const problemWords = ({ path, line, column, message }: LessonProblem): string =>
  `${path}:${line}:${column}: ${message}`;

const MAX_CHARACTERS = 512 * 1024;
const MOST_ALIASES = 50;

/** Reads one YAML document within limits: size, aliases, duplicate keys. An octal number (`0o755`) is read as its digits, as a mode is written. */
export function readYaml(
  path: string,
  text: string,
): { readonly value: unknown; readonly map: SourceMap } | { readonly problems: readonly LessonProblem[] } {
  const at = (line: number, column: number, message: string): LessonProblem => ({
    path,
    line,
    column,
    message,
  });
  if (text.length > MAX_CHARACTERS)
    return { problems: [at(1, 1, `the file is larger than ${MAX_CHARACTERS / 1024} KiB`)] };
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
  });
  const map = new SourceMap(document, lines);
  const broken = firstCauses([...document.errors, ...document.warnings]).map((problem) => {
    const place = map.at(problem.pos[0]);
    return at(place.line, place.column, yamlWords(problem));
  });
  if (broken.length > 0) return { problems: broken };
  let alias = map.at(0);
  visit(document, {
    Alias(_, node) {
      alias = map.at(node.range?.[0] ?? 0);
    },
    Scalar(_, node) {
      if (isScalar(node) && node.format === "OCT" && typeof node.value === "number")
        node.value = `0${node.value.toString(8)}`;
    },
  });
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), map };
  } catch (error) {
    /* The one thing that is left to go wrong: aliases of aliases. */
    if (!(error instanceof ReferenceError)) throw error;
    const message = `the aliases (*name) unfold to more than ${MOST_ALIASES} times what is written: write it out`;
    return { problems: [at(alias.line, alias.column, message)] };
  }
}
