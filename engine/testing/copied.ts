import { type FileState, treeOf } from "../src/context/file-state.ts";
import type { Copy } from "../src/dockerfile/instruction.ts";
import { copyInto } from "../src/build/copy/copy.ts";
import type { CopyStep } from "../src/build/plan/plan.ts";
import { diff } from "../src/vfs/diff.ts";
import { FileSystem } from "../src/vfs/file-system.ts";

/** The time of all files that are sent, and of what is there, in seconds. */
export const THEN: number = 100;
/** The time of the step. */
export const NOW: number = 200;
/** What is sent. */
export const context: FileState = {
  "a.txt": "A\n",
  "b.txt": "BB\n",
  "run.sh": { text: "#!/bin/sh\n", mode: "0755" },
  "src/x.py": "x\n",
  "src/lib/y.py": "yy\n",
  "src/empty/": "",
  "src/deep/": { text: "", mode: "0700" },
  "src/deep/z.md": "z\n",
  ln: { link: "a.txt" },
  "src/dlink": { link: "lib" },
};
const passwd = "root:x:0:0:root:/root:/bin/sh\ngames:x:5:60:games:/usr/games:/bin/false\n";
/** What the step stands on. */
export const image: FileState = {
  "etc/passwd": passwd,
  "etc/group": "root:x:0:\nwheel:x:10:\n",
  "tmp/": { text: "", mode: "1777" },
  "full/old": "o",
};

type Flags = Partial<
  Pick<CopyStep, "chown" | "chmod" | "contents" | "from"> & Pick<Copy, "kind" | "link" | "exclude" | "unpack">
>;

const NOWHERE = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** The step of a COPY or ADD with these words. */
export const stepOf = (sources: readonly string[], destination: string, flags: Flags): CopyStep => {
  const { contents = [], from = { kind: "context" }, chown, chmod } = flags;
  const instruction: Copy = {
    kind: flags.kind ?? "COPY",
    range: NOWHERE,
    keyword: flags.kind ?? "COPY",
    original: "",
    flags: [],
    heredocs: [],
    comments: [],
    sources,
    contents: [],
    destination,
    from: undefined,
    chown,
    chmod,
    link: flags.link ?? false,
    exclude: flags.exclude ?? [],
    keepGitDir: false,
    checksum: undefined,
    unpack: flags.unpack,
  };
  return {
    kind: "copy",
    name: "[2/2] COPY",
    number: 2,
    of: 2,
    instruction,
    onbuild: false,
    history: {},
    env: [],
    user: "",
    directory: "/",
    sources,
    destination,
    contents,
    from,
    chown,
    chmod,
  };
};

/** What a COPY leaves, a line a path: `mode owner mtime path = text`; the time only where it is the context's. */
export function copied(
  sources: string,
  destination: string,
  flags: Flags = {},
  files = context,
  base = image,
): string[] {
  const target = new FileSystem(treeOf(base, 1), () => NOW);
  const lower = target.snapshot();
  const result = copyInto(
    stepOf(sources.split(" ").filter(Boolean), destination, flags),
    treeOf(files, THEN),
    target,
  );
  if ("error" in result) return [`error: ${result.error}`];
  return diff(lower, target.snapshot()).map(({ path, entry }) => {
    if (!entry) return `gone ${path}`;
    const { mode, uid, gid, mtime } = entry;
    const what =
      entry.kind === "file"
        ? ` = ${entry.content.text?.trim()}`
        : entry.kind === "symlink"
          ? ` -> ${entry.target}`
          : "/";
    return `${mode.toString(8)} ${uid}:${gid}${mtime === THEN ? " then" : ""} ${path}${what}`;
  });
}
