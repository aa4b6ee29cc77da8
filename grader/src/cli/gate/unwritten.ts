import { existsSync, readFileSync, statSync } from "node:fs";
import { attempts } from "../lesson/attempts.ts";
import { below } from "../output/shown.ts";

const MARK = "TODO:";

/** What `npm run new` left for the author to write, or what an author noted down: `path:line:column: message`, one a line. */
export function unwritten(folder: string): string[] {
  const files = [
    below(folder, "lesson.mdx"),
    below(folder, "rubric.yaml"),
    ...attempts(folder, "wrong").map(([, place]) => below(place, "expect.yaml")),
  ];
  return files
    .filter((file) => existsSync(file) && statSync(file).isFile())
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, i) => {
          const at = line.indexOf(MARK);
          return at < 0
            ? []
            : [
                `${file}:${i + 1}:${at + 1}: still to be written: ${line
                  .slice(at + MARK.length)
                  .trim()
                  .replace(/"$/, "")}`,
              ];
        }),
    );
}
