import type { TeachingRule } from "../teaching-rule.ts";

/** `chmod` that lets everybody write, and `COPY --chmod` likewise. */
export const worldWritableFiles: TeachingRule = {
  name: "WorldWritableFiles",
  summary: "Give a file to the user that writes it, not to all",
  why: "A program that everybody may overwrite is no longer the program that you built: chmod 777 hides the question who writes here.",
  good: [
    "FROM alpine:3.24\nRUN chmod 755 /app/run.sh",
    "FROM alpine:3.24\nRUN chmod 1777 /scratch && chmod u+rw,go-w /app",
  ],
  bad: [
    "FROM alpine:3.24\nRUN chmod -R 777 /app",
    "FROM alpine:3.24\nRUN chmod a+rwx /app",
    "FROM alpine:3.24\nCOPY --chmod=0666 app.db /app/",
  ],
  check({ steps }, report) {
    for (const { instruction, commands } of steps) {
      if ((instruction.kind === "COPY" || instruction.kind === "ADD") && opens(instruction.chmod ?? ""))
        report(instruction.range, `--chmod=${instruction.chmod} lets every user write to the files`);
      const chmod = commands.find(
        ({ name, words }) => name === "chmod" && opens(words.find((word) => !/^-[a-zA-Z-]/.test(word)) ?? ""),
      );
      if (chmod)
        report(chmod.range, `${chmod.name} ${chmod.words.find(opens) ?? ""} lets every user write here`);
    }
  },
};

/** Others may write, and it is no folder with the sticky bit. */
const opens = (mode: string): boolean =>
  /^[0-7]{3,4}$/.test(mode)
    ? (Number.parseInt(mode, 8) & 0o1002) === 0o002
    : mode.split(",").some((part) => /^[ug]*[oa][ugoa]*[+=][rxXst]*w[rwxXst]*$/.test(part));
