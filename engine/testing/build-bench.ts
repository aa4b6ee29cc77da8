import { build } from "../src/build/build.ts";
import { type BuildCache, emptyCache } from "../src/build/cache/cache.ts";
import type { Image } from "../src/build/image/image.ts";
import type { BuildRequest } from "../src/build/request.ts";
import type { BuildResult } from "../src/build/result.ts";
import { type FileState, treeOf } from "../src/context/file-state.ts";
import { FileSystem } from "../src/vfs/file-system.ts";
import { smallImage } from "./small-image.ts";

const bases: ReadonlyMap<string, Image> = new Map([
  ["docker.io/library/small:latest", smallImage()],
  ["docker.io/library/other:latest", smallImage("other")],
]);

/** A Dockerfile in the order that a cache likes, and what it is built of. */
export const APP = `FROM small
WORKDIR /app
COPY requirements.txt .
RUN cat requirements.txt > /deps
COPY . .
CMD ["sh"]
`;
export const APP_FILES: FileState = {
  "app.py": "print()\n",
  "requirements.txt": "flask\n",
  "lib/a.py": "a\n",
};

/** A machine with two bases, `small` and `other`, a cache that lives from build to build, and a clock. */
export class BuildBench {
  cache: BuildCache = emptyCache;
  now: number = Date.UTC(2026, 10, 2, 8);

  build(
    dockerfile: string,
    files: FileState = {},
    flags: Partial<BuildRequest> = {},
    mtime = 0,
  ): BuildResult {
    const context = treeOf({ Dockerfile: dockerfile, ...files }, mtime);
    const request = {
      context,
      dockerfile: { name: "Dockerfile", text: dockerfile },
      ignore: undefined,
      ...flags,
    };
    const { result, cache } = build(request, {
      cache: this.cache,
      clock: { now: () => this.now, elapse: (milliseconds) => void (this.now += milliseconds) },
      image: (reference) => bases.get(reference) ?? { error: `${reference}: not found` },
    });
    this.cache = cache;
    return result;
  }
}

/** Steps as `RUN x: CACHED`; one that ran with why it was not CACHED, as JSON. */
export const stepLines = (result: BuildResult): string[] =>
  result.vertices.flatMap(({ name, status, step }) => {
    if (!step) return [];
    return `${name.replace(/^\[[^\]]*\] /, "")}: ${status}${step.miss ? ` ${JSON.stringify(step.miss)}` : ""}`;
  });

export const allCached = (result: BuildResult): boolean =>
  result.vertices.filter(({ step }) => step).every(({ status }) => status === "CACHED");

/** Text of a file of the image that was built, or why it cannot be read. */
export function textIn(result: BuildResult, path: string): string {
  const tree = result.image?.tree;
  const content = tree && new FileSystem(tree, () => 0).read(path);
  return typeof content === "object" ? (content.text ?? "") : `${content}`;
}
