import { type BuildResult, matchGlob, type Step, type Vertex } from "@drydock/engine";

/** A vertex that is a line of the Dockerfile. */
export type StepVertex = Vertex & { readonly step: Step };

export const stepsOf = (result: BuildResult): StepVertex[] =>
  result.vertices.filter(
    (vertex): vertex is StepVertex => vertex.step !== undefined && vertex.step.instruction.kind !== "FROM",
  );

const INSTRUCTIONS = new Set(["RUN", "COPY", "ADD", "WORKDIR"]);

/** How a sentence goes on before what `step:` names: a program is run, an instruction is there. */
export const stepVerb = (wanted: string): "is" | "runs" =>
  /^(?:COPY|ADD|WORKDIR|RUN)\b/.test(wanted.trim()) ? "is" : "runs";

/**
 * The steps that `step:` names: those that ran such a program, or the first in each stage that brought such a file.
 *
 * Matched by what happened, never by the text: `python -m pip install` ran pip, and `COPY . .` copied requirements.txt.
 */
export function matchingSteps(result: BuildResult, wanted: string): StepVertex[] {
  const words = wanted.trim().split(/\s+/);
  const [first = "", ...rest] = words;
  const steps = stepsOf(result);
  if (!INSTRUCTIONS.has(first))
    return steps.filter(({ step }) => step.started.some(({ argv }) => ran(argv, words)));
  const ofKind = steps.filter(({ step }) => step.instruction.kind === first);
  const [next = ""] = rest;
  if (next === "") return ofKind;
  if (first === "RUN") return ofKind.filter(({ step }) => step.started.some(({ argv }) => ran(argv, rest)));
  if (first === "WORKDIR")
    return ofKind.filter(
      ({ step }) => step.instruction.kind === "WORKDIR" && step.instruction.value === next,
    );
  return firstInEachStage(
    ofKind.filter(({ step: { copied } }) => copied !== undefined && copiesAll(copied, result.sent, rest)),
  );
}

function firstInEachStage(steps: readonly StepVertex[]): StepVertex[] {
  const seen = new Set<number>();
  return steps.filter(({ step }) => !seen.has(step.stage) && seen.add(step.stage));
}

/** Does what is brought hold every path that these words name? `sent` is the whole context, for `.`. */
export function copiesAll(
  brought: NonNullable<Step["copied"]>,
  sent: readonly string[],
  words: readonly string[],
): boolean {
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  const plain = words.filter((word) => !word.startsWith("--"));
  const last = plain.at(-1) ?? "";
  const sources = plain.length > 1 && /^\.?\/|^\.$|\/$/.test(last) ? plain.slice(0, -1) : plain;
  if (from !== undefined && brought.from !== from) return false;
  const copied = brought.paths.map(relative);
  return sources.every((source) => {
    const path = relative(source);
    if (path === "")
      return sent.length === 0
        ? copied.includes("")
        : sent.every(
            (each) =>
              copied.includes(relative(each)) ||
              copied.some((p) => p === "" || relative(each).startsWith(`${p}/`)),
          );
    return copied.some(
      (p) =>
        p === path || p.startsWith(`${path}/`) || path.startsWith(`${p}/`) || p === "" || matchGlob(path, p),
    );
  });
}

const relative = (path: string): string => path.replace(/^(?:\.?\/)+|^\.$/, "").replace(/\/+$/, "");

/** Did this process run the named program with these words in this order? Interpreters count as what they interpret. */
function ran(argv: readonly string[], words: readonly string[]): boolean {
  return faces(argv).some(([program = "", ...args]) => {
    const [name = "", ...needed] = words;
    if (!sameProgram(program, name)) return false;
    let at = 0;
    for (const arg of args) if (at < needed.length && arg === needed[at]) at++;
    return at === needed.length;
  });
}

const base = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const unversioned = (name: string): string => name.replace(/[\d.]+$/, "") || name;
const sameProgram = (program: string, name: string): boolean => {
  const short = base(program);
  return program === name || short === name || unversioned(short) === name;
};

/** Other ways to type the same: npm's short words, apt for apt-get, uv's own pip. */
const ALIASES: Readonly<Record<string, (args: readonly string[]) => readonly string[]>> = {
  npm: (args) => {
    const at = args.findIndex((arg) => !arg.startsWith("-"));
    const long = NPM_WORDS[args[at] ?? ""];
    return long === undefined ? [] : ["npm", ...args.slice(0, at), long, ...args.slice(at + 1)];
  },
  apt: (args) => ["apt-get", ...args],
  uv: (args) => args,
};

/** npm's aliases of what a step may be asked for (npm help install, npm help ci). */
const NPM_WORDS: Readonly<Record<string, string>> = {
  i: "install",
  in: "install",
  add: "install",
  "clean-install": "ci",
  ic: "ci",
};

function faces(argv: readonly string[]): (readonly string[])[] {
  const [program = "", ...args] = argv;
  const out: (readonly string[])[] = [argv];
  const alias = ALIASES[base(program)];
  if (alias) out.push(alias(args));
  if (!/^(?:python|node|perl|ruby|sh|bash|dash|ash)$/.test(unversioned(base(program)))) return out;
  const module = args.indexOf("-m");
  if (module >= 0) out.push(args.slice(module + 1));
  const script = args.findIndex((arg) => !arg.startsWith("-"));
  if (script >= 0 && !args.includes("-c") && !args.includes("-m")) out.push(args.slice(script));
  return out;
}
