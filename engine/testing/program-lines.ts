import { readFileSync } from "node:fs";
import fc from "fast-check";

/** A program, what may follow its name before the operands, and what stands at the end. */
interface Lines {
  readonly program: string;
  /** Parts that may be there in any order, at most `most` (2) of them. */
  readonly options: readonly string[];
  /** One of these comes after the options. */
  readonly operands: readonly string[];
  readonly most?: number;
  /** Follows the command line, for what the real one does not order or what differs from run to run. */
  readonly then?: string;
}

const data = JSON.parse(readFileSync(new URL("program-lines.json", import.meta.url), "utf8")) as {
  readonly files: Readonly<Record<string, string>>;
  readonly lines: readonly Lines[];
};

/** Files that the generated command lines read, below the folder in which they run. */
export const lineFiles: Readonly<Record<string, string>> = data.files;
export const LINES: readonly Lines[] = data.lines;

/** One command line: a program with some of its options and one way to name what it works on. */
export function programLine(lines: readonly Lines[]): fc.Arbitrary<string> {
  return fc
    .constantFrom(...lines)
    .chain(({ program, options, operands, most = 2, then = "" }) =>
      fc
        .tuple(
          options.length === 0
            ? fc.constant<string[]>([])
            : fc.uniqueArray(fc.constantFrom(...options), { maxLength: most }),
          fc.constantFrom(...operands),
        )
        .map(([some, operand]) => `${[program, ...some, operand].filter(Boolean).join(" ")}${then}`),
    );
}
