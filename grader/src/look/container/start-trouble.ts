import type { Subject } from "../../subject.ts";
import { find } from "../files/files.ts";
import { imageOfSubject } from "../image.ts";
import { octal } from "../files/mode.ts";
import { lineOf } from "../words/place.ts";
import { stepOfPath } from "../build/step-of-path.ts";
import { code } from "../words/words.ts";

/** What is the matter with a file that the runtime could not execute, as a sentence behind its words; nothing where that is not seen. */
export function startTrouble(subject: Subject, said = ""): string {
  const [, name = ""] =
    /exec:? "?([^\s":]+)"?: (?:permission denied|no such file or directory)/.exec(said) ?? [];
  if (name === "" || !name.includes("/")) return "";
  const { tree, config } = imageOfSubject(subject);
  const path = name.startsWith("/") ? name : `${config.config.WorkingDir || ""}/${name.replace(/^\.\//, "")}`;
  const [found] = find(tree, path);
  if (found?.entry.kind !== "file") return "";
  const { entry } = found;
  const by = stepOfPath(subject, path);
  const from = by ? `, as ${lineOf(by)} leaves it` : "";
  if ((entry.mode & 0o111) === 0) return ` ${code(path)} has mode ${octal(entry.mode)}${from}.`;
  const [, interpreter = "", ending = ""] =
    /^#!\s*([^\s]+)[^\n\r]*(\r?)(?:\n|$)/.exec(entry.content.text ?? "") ?? [];
  if (ending !== "")
    return ` The first line of ${code(path)} ends with a carriage return, which counts as part of the name ${code(interpreter)}.`;
  return interpreter === "" || find(tree, interpreter).length > 0
    ? ""
    : ` The first line of ${code(path)} names ${code(interpreter)}, and that is not in the image.`;
}
