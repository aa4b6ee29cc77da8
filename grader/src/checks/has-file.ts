import type { Entry } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { find } from "../look/files/files.ts";
import { imageOfSubject } from "../look/image.ts";
import { missingFile } from "../look/files/missing-file.ts";
import { octal, ownerMatches, parseMode } from "../look/files/mode.ts";
import { causeOf, lineOf } from "../look/words/place.ts";
import { stepOfPath } from "../look/build/step-of-path.ts";
import { effectiveUser } from "../look/container/user.ts";
import { code } from "../look/words/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";
import { FileSystem } from "@drydock/engine";
import type { Subject } from "../subject.ts";

const parameters = z.strictObject({
  path: z
    .string()
    .check(z.describe("a path, or a glob such as `/app/**/*.pyc`; `**` is any number of folders")),
  type: z.optional(z.enum(["file", "directory", "symlink"])).check(z.describe("what kind of entry it is")),
  mode: z
    .optional(
      z.union(
        [z.string().check(z.regex(/^0?[0-7]{3,4}$/, 'an octal mode such as "0755"')), z.number()],
        "an octal mode in quotes",
      ),
    )
    .check(z.describe('its mode, in quotes: `"0755"`')),
  owner: z
    .optional(z.union([z.string(), z.number()], "a name, a number, or user:group"))
    .check(z.describe("its owner: a name, a number, or `user:group`")),
  content: z
    .optional(textSchema)
    .check(z.describe("what it holds; `{ file: NAME }` compares with a file of the context")),
  executable: z.optional(z.boolean()).check(z.describe("whether the image's user can execute it")),
});
type Wanted = z.output<typeof parameters>;

/** The merged view of the image holds a file like this. */
export const hasFile: Check = defineCheck({
  name: "hasFile",
  topic: "files",
  needs: "image",
  summary: "the image's view holds the file",
  parameters,
  evaluate(subject, wanted): Finding {
    const { tree } = imageOfSubject(subject);
    const found = find(tree, wanted.path);
    const lies = wanted.type === "symlink" ? linkAt(tree, wanted.path) : undefined;
    const candidates = lies ? [lies] : found;
    if (candidates.length === 0) return missingFile(subject, wanted.path);
    let last: Finding | undefined;
    for (const { path, entry } of candidates) {
      const wrong = fault(subject, path, entry, wanted);
      if (wrong === undefined)
        return { outcome: "pass", message: `${code(path)} is in the image.`, facts: { path } };
      if (typeof wrong !== "string") return wrong;
      const origin = stepOfPath(subject, path);
      const place = origin ? `: ${lineOf(origin)} puts it there` : "";
      last ??= {
        outcome: "fail",
        message: `${code(path)} ${wrong}${place}.`,
        cause: causeOf(subject, origin),
        evidence: [{ kind: "file", text: describe(path, entry) }],
      };
    }
    return last ?? missingFile(subject, wanted.path);
  },
});

function linkAt(tree: Parameters<typeof find>[0], path: string): { path: string; entry: Entry } | undefined {
  const entry = new FileSystem(tree, () => 0).lstat(path);
  return typeof entry === "string" ? undefined : { path, entry };
}

const describe = (path: string, entry: Entry): string =>
  `${octal(entry.mode)} ${entry.uid}:${entry.gid} ${code(path).slice(1, -1)}`;

/** What is wrong with an entry, as the end of a sentence that begins with its path. */
function fault(subject: Subject, path: string, entry: Entry, wanted: Wanted): string | Finding | undefined {
  const image = imageOfSubject(subject);
  if (wanted.type !== undefined && entry.kind !== wanted.type)
    return `is a ${entry.kind} and not a ${wanted.type}`;
  if (wanted.mode !== undefined && entry.mode !== parseMode(wanted.mode))
    return `has mode ${octal(entry.mode)} and not ${octal(parseMode(wanted.mode))}`;
  if (wanted.owner !== undefined && !ownerMatches(image.tree, entry, String(wanted.owner)))
    return `belongs to ${entry.uid}:${entry.gid} and not to ${wanted.owner}`;
  if (wanted.executable !== undefined) {
    const user = effectiveUser(image.tree, image.config.config.User);
    const can =
      "error" in user
        ? (entry.mode & 0o111) !== 0
        : new FileSystem(image.tree, () => 0, user).access(path, 1);
    const who = "error" in user || user.uid === 0 ? "" : ` by the user ${user.name ?? user.uid}`;
    if (can !== wanted.executable)
      return `has mode ${octal(entry.mode)} and can${wanted.executable ? "not" : ""} be executed${who}`;
  }
  if (wanted.content === undefined) return undefined;
  if (entry.kind !== "file") return `is a ${entry.kind} and has no text`;
  const { text } = entry.content;
  if (text === undefined)
    return {
      outcome: "inconclusive",
      message: `Drydock knows the size of ${code(path)} and not its bytes. This check does not count.`,
    };
  if (!matchesText(wanted.content, text, (file) => subject.text(file))) {
    return `does not ${typeof wanted.content === "string" ? "contain" : "hold"} ${showText(wanted.content)}`;
  }
  return undefined;
}
