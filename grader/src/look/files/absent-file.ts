import type { Finding } from "../../check.ts";
import type { Subject } from "../../subject.ts";
import { find } from "./files.ts";
import { imageOfSubject } from "../image.ts";
import { missingFile } from "./missing-file.ts";
import { startTrouble } from "../container/start-trouble.ts";

/** Characters of what a program says that are looked at, from the end. */
const MOST = 4000;

/** How programs say that a file is not there, with its name. */
const ABSENT = [
  /can't open file '(?<path>[^'\n]+)': \[Errno 2\]/,
  /No such file or directory: '(?<path>[^'\n]+)'/,
  /Cannot find module '(?<path>\/[^'\n]+)'/,
  /can't open '?(?<path>[^':\n]+)'?: No such file/,
  /cannot open '?(?<path>[^':\n]+?)'?: No such file/,
  /open\(\) "(?<path>[^"\n]+)" failed \(2:/,
  /(?:^|: )'?(?<path>[^\s':]+)'?: No such file or directory$/m,
];

/** What the submission shows of why a program found no file or could not be executed, as a sentence behind another one. */
export function absenceWords(subject: Subject, said = ""): string {
  const finding = absentFile(subject, said);
  return finding ? ` ${finding.message}` : startTrouble(subject, said);
}

/** Why the image lacks the file that a program missed, where a line of the submission says so. */
export function absentFile(subject: Subject, said: string): Finding | undefined {
  const words = said.slice(-MOST);
  const { tree, config } = imageOfSubject(subject);
  for (const pattern of ABSENT) {
    const path = pattern.exec(words)?.groups?.["path"];
    if (path === undefined) continue;
    const absolute = path.startsWith("/") ? path : `${config.config.WorkingDir || ""}/${path}`;
    if (find(tree, absolute).length > 0) continue;
    const finding = missingFile(subject, absolute);
    // Where a file of that name lies elsewhere, whoever starts the program may be as wrong as who put it there.
    return finding.cause && finding.facts?.["lies"] === undefined
      ? finding
      : finding.cause?.file !== subject.dockerfileName && finding.cause
        ? finding
        : undefined;
  }
  return undefined;
}
