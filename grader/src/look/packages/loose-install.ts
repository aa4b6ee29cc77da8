import type { Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { looseInPackageJson } from "./package-json.ts";
import { normalName, type Manager } from "./packages.ts";
import { causeOf, lineOf } from "../words/place.ts";
import { isExact, looseInRequirements, requirementName } from "./requirements.ts";
import { type StepVertex, stepsOf } from "../build/step-pattern.ts";
import { code } from "../words/words.ts";

/** A step, or a line of a file that it reads, which takes whatever version of the package is the newest. */
export function looseInstall(subject: Subject, manager: Manager, name: string): Finding | undefined {
  const loosely = (place: string): string =>
    `${place} takes whatever version of ${code(name)} is the newest.`;
  for (const { step } of stepsOf(subject.build())) {
    for (const { argv } of step.started) {
      if (!argv.some((word) => /^(?:install|add|i)$/.test(word))) continue;
      if (argv.slice(1).some((word) => isLoose(manager, name, word)))
        return {
          outcome: "fail",
          message: loosely(lineOf(step.instruction)),
          cause: causeOf(subject, step.instruction),
        };
      const listed = looseInFile(subject, manager, name, argv);
      if (listed)
        return {
          outcome: "fail",
          message: loosely(`${code(listed.text)} in ${code(listed.file)} (line ${listed.line})`),
          cause: {
            file: listed.file,
            range: {
              start: { line: listed.line, column: 1 },
              end: { line: listed.line, column: listed.text.length + 1 },
            },
          },
        };
    }
  }
  return undefined;
}

/** Does a word of the manager's command line ask for the package, and for no version of it? */
function isLoose(manager: Manager, name: string, word: string): boolean {
  if (manager === "pip") return requirementName(word) === normalName(name) && !isExact(word);
  if (!word.startsWith(name)) return false;
  const rest = word.slice(name.length);
  if (manager === "npm")
    return rest === "" || (rest.startsWith("@") && !/^@[=v]?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(rest));
  return manager === "apt" ? /^(?:$|\/)/.test(rest) : /^(?:$|[<>@])/.test(rest);
}

/** The list that the command reads, where the submission has it: pip's by its name, npm's where no lock file decides. */
function looseInFile(
  subject: Subject,
  manager: Manager,
  name: string,
  argv: StepVertex["step"]["started"][number]["argv"],
): { readonly file: string; readonly line: number; readonly text: string } | undefined {
  const files = Object.keys(subject.files);
  if (manager === "pip") {
    const word = argv.find((_, i) => /^(?:-r|--requirement)$/.test(argv[i - 1] ?? "")) ?? "";
    const base = word.slice(word.lastIndexOf("/") + 1);
    const file = files.find((path) => base !== "" && (path === base || path.endsWith(`/${base}`)));
    if (file === undefined || !argv.includes("install")) return undefined;
    return looseInRequirements(file, (path) => subject.text(path)).find(
      ({ text }) => requirementName(text) === normalName(name),
    );
  }
  if (manager !== "npm" || !argv.some((word) => word === "install" || word === "i")) return undefined;
  if (files.includes("package-lock.json") || !files.includes("package.json")) return undefined;
  return looseInPackageJson("package.json", subject.text("package.json") ?? "").find(({ text }) =>
    text.startsWith(`${name}: `),
  );
}
