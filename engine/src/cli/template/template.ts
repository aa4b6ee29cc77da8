import { type Data, execute } from "./execute.ts";
import { functions, headingFunctions, indentedFunctions } from "./functions.ts";
import { parseTemplate } from "./parse.ts";
import { TemplateError } from "./template-error.ts";
import type { Value } from "./value.ts";

const NAMES: ReadonlySet<string> = new Set(functions.keys());

/** What was written until the template came to its end or to an error; `error` is all after `template parsing error: `. */
interface Rendered {
  readonly text: string;
  readonly error?: string;
}

/** A template of `--format`, read once. */
export interface Template {
  render(data: Value): Rendered;
  /** As JSON of which no more is known than what stands in it: a name that is not there is an error. */
  renderRaw(data: Value): Rendered;
  /** With a `json` that writes one value a line, as buildx's. */
  renderIndented(data: Value): Rendered;
  /** The heading of a table. */
  renderHeading(data: Value): Rendered;
}

/** Reads a `--format` text; `error` is all after `template parsing error: `. @param name what its messages call the template */
export function compileTemplate(source: string, name = ""): Template | { readonly error: string } {
  try {
    const parsed = parseTemplate(source, NAMES, name);
    const run = (data: Data): Rendered => execute({ parsed, source, name }, data);
    return {
      render: (value) => run({ value, functions, raw: false }),
      renderRaw: (value) => run({ value, functions, raw: true }),
      renderIndented: (value) => run({ value, functions: indentedFunctions, raw: false }),
      renderHeading: (value) => run({ value, functions: headingFunctions, raw: false }),
    };
  } catch (error) {
    if (error instanceof TemplateError) return { error: error.message };
    throw error;
  }
}
