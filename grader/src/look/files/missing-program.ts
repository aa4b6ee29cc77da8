import type { Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { environment } from "../container/env.ts";
import { find } from "./files.ts";
import { imageOfSubject } from "../image.ts";
import { missingFile } from "./missing-file.ts";
import { octal } from "./mode.ts";
import { causeOf, lastInstruction, lineOf } from "../words/place.ts";
import { DEFAULT_PATH } from "../container/program.ts";
import { setsVariable } from "../sets-variable.ts";
import { stepOfPath } from "../build/step-of-path.ts";
import { code } from "../words/words.ts";

/**
 * Why the image's PATH finds no such program: it cannot be executed, it lies where PATH does not look, it stayed in another stage, or nothing
 * ever brought it.
 */
export function missingProgram(subject: Subject, name: string): Finding {
  const image = imageOfSubject(subject);
  const path = environment(image).get("PATH") ?? DEFAULT_PATH;
  const folders = path.split(":");
  const lacking = `No folder of the image's PATH holds a program ${code(name)} that can be executed`;
  const files = find(image.tree, name.startsWith("/") ? name : `/**/${name}`).filter(
    ({ entry }) => entry.kind === "file",
  );
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/"));
  const closed = files.find(
    ({ path: file, entry }) =>
      (entry.mode & 0o111) === 0 && (name.startsWith("/") || folders.includes(folderOf(file))),
  );
  if (closed) {
    const by = stepOfPath(subject, closed.path);
    return {
      outcome: "fail",
      message: `${lacking}: ${code(closed.path)} has mode ${octal(closed.entry.mode)}${by ? `, as ${lineOf(by)} leaves it` : ""}.`,
      cause: causeOf(subject, by),
      facts: { path: null, closed: closed.path },
    };
  }
  const astray = files.find(({ entry }) => (entry.mode & 0o111) !== 0);
  if (astray) {
    const usual = DEFAULT_PATH.split(":").includes(folderOf(astray.path));
    const setter = usual ? lastInstruction(subject, subject.build(), setsVariable("ENV", "PATH")) : undefined;
    const by = setter ?? stepOfPath(subject, astray.path);
    const why = by ? `: ${lineOf(by)} ${setter ? "sets it" : "puts it there"}` : "";
    return {
      outcome: "fail",
      message: `${lacking}. It is ${code(astray.path)}, and PATH is ${code(path)}${why}.`,
      cause: causeOf(subject, by),
      facts: { path: null, astray: astray.path },
    };
  }
  const { cause, facts } = missingFile(subject, name.startsWith("/") ? name : `/**/bin/${name}`);
  const stage = facts?.["stage"];
  const where = typeof stage === "string" ? `: it stays in the stage ${code(stage)}` : "";
  return {
    outcome: "fail",
    message: `${lacking}${where}.`,
    cause,
    facts: { path: null, ...(stage === undefined ? {} : { stage }) },
  };
}
