import type { Difference } from "../replay/transcript.ts";
import type { Reading } from "./dockerfile-case.ts";
import { withoutEmpty } from "./without-empty.ts";

const FACETS = ["syntax", "plan", "checks"] as const;

/** Compares our reading of a Dockerfile with BuildKit's: its syntax, the plan made of it, the build checks. */
export function compareDockerfile(want: Reading, got: Reading): Difference[] {
  for (const facet of FACETS) {
    // A file that is read wrongly has no plan worth comparing.
    const differences = compareFacet(facet, want, got);
    if (facet === "syntax" && (differences.length > 0 || want["error"] !== undefined)) return differences;
  }
  return FACETS.flatMap((facet) => compareFacet(facet, want, got));
}

function compareFacet(facet: (typeof FACETS)[number], want: Reading, got: Reading): Difference[] {
  const ours = told(PICK[facet](got));
  const answers = variants(want).map((one) => told(PICK[facet](one)));
  return answers.includes(ours)
    ? []
    : [{ facet, told: `${facet} is\n${ours}\nof BuildKit\n${answers[0] ?? ""}` }];
}

const told = (value: unknown): string => JSON.stringify(withoutEmpty(value), undefined, 1);

/** Some answers of BuildKit vary from run to run; `unstable` holds by field all that were seen. */
function variants({ unstable = {}, ...steady }: Reading): Reading[] {
  let all: Reading[] = [steady];
  for (const [field, values] of Object.entries(unstable as Record<string, readonly unknown[]>)) {
    all = all.flatMap((one) => [
      one,
      ...values.map((value) => ({
        ...one,
        [field]: typeof value === "string" ? { ...(one[field] as object), message: value } : value,
      })),
    ]);
  }
  return all;
}

const PICK: Readonly<Record<(typeof FACETS)[number], (reading: Reading) => unknown>> = {
  syntax: ({ error, escape, directives, args, stages }) =>
    error ? { error: errorOf(error) } : { escape, directives, args, stages },
  plan({ configError, marshalError, config, author, history, steps }) {
    if (configError) return { configError: errorOf(configError) };
    // Its words come from further on than a plan goes.
    if (marshalError) return {};
    return {
      config: { ...(config as object), ArgsEscaped: undefined },
      author,
      history,
      steps: sorted(steps),
    };
  },
  checks: ({ lint, lintError }) => ({
    lint: sorted(rows(lint).map(warningOf)),
    error: errorOf(lintError),
  }),
};

const rows = (list: unknown): unknown[] => (Array.isArray(list) ? list : []);
const sorted = (list: unknown): unknown[] => rows(list).toSorted(byText);
const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

interface Told {
  readonly message?: string;
  readonly rule?: string;
  readonly detail?: string;
  readonly ranges?: readonly (readonly number[])[];
}

function errorOf(error: unknown): Told | undefined {
  const { message, ranges } = (error ?? {}) as Told;
  return message === undefined ? undefined : { message, ranges: ranges ?? [] };
}

function warningOf(warning: unknown): string {
  const { rule = "", detail = "", ranges = [] } = warning as Told;
  return `line ${ranges[0]?.[0] ?? 0}: ${rule}: ${detail}`;
}
