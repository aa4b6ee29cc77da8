import { LineCounter, parseDocument, isScalar, visit } from "yaml";
import { SourceMap } from "./source-map.ts";

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
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => {
    const place = map.at(pos[0]);
    return at(place.line, place.column, message);
  });
  if (broken.length > 0) return { problems: broken };
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && node.format === "OCT" && typeof node.value === "number")
        node.value = `0${node.value.toString(8)}`;
    },
  });
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), map };
  } catch (error) {
    return { problems: [at(1, 1, error instanceof Error ? error.message : "the file cannot be read")] };
  }
}
