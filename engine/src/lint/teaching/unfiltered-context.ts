import { ignores } from "../../context/ignore.ts";
import { copiesWholeContext } from "../reading/whole-context.ts";
import type { TeachingRule } from "../teaching-rule.ts";

const HEAVY = [".git", "node_modules", ".venv", "venv", "__pycache__"];

/** `COPY . .` without an ignore file, or with one that lets folders through which no image needs. */
export const unfilteredContext: TeachingRule = {
  name: "UnfilteredContext",
  summary: "A .dockerignore where everything is copied",
  why: "COPY . . takes all that lies in the folder: history, caches and keys go into the image, and a change in any of them costs the cache.",
  good: ["FROM alpine:3.24\nWORKDIR /app\nCOPY . .", "FROM alpine:3.24\nCOPY app.py /app/"],
  bad: ["FROM alpine:3.24\nWORKDIR /app\nCOPY . ."],
  beside: {
    good: { ".dockerignore": ".git\n", ".git/HEAD": "ref: refs/heads/main", "app.py": "" },
    bad: { ".git/HEAD": "ref: refs/heads/main", "app.py": "" },
  },
  check({ steps, paths, ignore }, report) {
    if (paths === undefined) return;
    const copy = steps.find(({ instruction }) => copiesWholeContext(instruction))?.instruction;
    if (copy === undefined) return;
    const tops = new Set(paths.map((path) => path.split("/", 1)[0] ?? ""));
    const heavy = HEAVY.filter((name) => tops.has(name) && (ignore === undefined || !ignores(ignore, name)));
    if (ignore === undefined) {
      const what = heavy.length > 0 ? `, ${heavy.join(" and ")} too` : "";
      report(copy.range, `All of the folder is copied${what}: there is no .dockerignore`);
    } else if (heavy.length > 0)
      report(copy.range, `${heavy.join(" and ")} is copied: .dockerignore does not name it`);
  },
};
