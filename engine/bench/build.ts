/** How long builds take: two builds as a grade makes them, a long Dockerfile, and a rebuild after one edit. */
import { build } from "../src/build/build.ts";
import { type BuildCache, emptyCache } from "../src/build/cache/cache.ts";
import type { BuildRequest } from "../src/build/request.ts";
import { treeOf } from "../src/context/file-state.ts";
import { Content } from "../src/vfs/content.ts";
import type { Directory } from "../src/vfs/entry.ts";
import { FileSystem } from "../src/vfs/file-system.ts";
import { smallImage } from "../testing/small-image.ts";
import { type Growth, growth } from "./growth.ts";
import { type Timing, measure } from "./measure.ts";

const base = smallImage();

const SEVENTEEN = `# the usual one
FROM small AS build
ARG VERSION=1.0
ENV APP_ENV=production PATH=/opt/bin:$PATH
WORKDIR /src
COPY requirements.txt .
RUN cat requirements.txt > /deps && echo "$VERSION" > /version
COPY . .
RUN mkdir -p /out && cp app.py /out/app.py
FROM small
LABEL org.opencontainers.image.title="bench"
WORKDIR /app
COPY --from=build /out /app
COPY --from=build /deps /version ./
RUN echo ready > /ready
EXPOSE 8000
USER app
CMD ["sh", "-c", "cat /ready"]
`;

/** So many RUN lines, which write to so many files. */
const linesOf = (count: number, files = count): string =>
  `FROM small\n${Array.from({ length: count }, (_, i) => `RUN echo ${i} > /n${i % files}`).join("\n")}\n`;

const LONG = linesOf(200);

const FIFTY: Record<string, string> = { "requirements.txt": "flask\n", "app.py": "print('hi')\n" };
for (let i = 0; i < 48; i++)
  FIFTY[`pkg${i % 6}/module${i}.py`] = `def f${i}():\n    return ${i}\n`.repeat(20);

function once(context: Directory, dockerfile: string, cache: BuildCache): BuildCache {
  let now = 1_793_600_000_000;
  const request: BuildRequest = {
    context,
    dockerfile: { name: "Dockerfile", text: dockerfile },
    ignore: "Dockerfile\n**/__pycache__\n.git\n",
  };
  const built = build(request, {
    cache,
    clock: { now: () => now, elapse: (milliseconds) => void (now += milliseconds) },
    image: () => base,
  });
  if (built.result.error) throw new Error(built.result.error.message);
  return built.cache;
}

/** The context with one file edited; the rest of the tree is shared, as it is in an editor. */
function edited(context: Directory, path: string, text: string): Directory {
  const files = new FileSystem(context, () => 1);
  files.write(path, Content.of(text));
  return files.snapshot();
}

const contextOf = (): Directory => treeOf({ Dockerfile: SEVENTEEN, ...FIFTY });

/** A first build of 17 instructions over 50 files nobody has hashed yet, an edit, and the build after it. */
export const twoBuilds = (rounds = 300): Timing =>
  measure(rounds, (round) => {
    const context = contextOf();
    return () => {
      const cache = once(context, SEVENTEEN, emptyCache);
      once(edited(context, "app.py", `print(${round})\n`), SEVENTEEN, cache);
    };
  });

/** The build after one edit to a file, on a warm cache. */
export const rebuildAfterEdit = (rounds = 300): Timing => {
  const context = contextOf();
  const cache = once(context, SEVENTEEN, emptyCache);
  return measure(rounds, (round) => {
    const changed = edited(context, "app.py", `print(${round})\n`);
    return () => void once(changed, SEVENTEEN, cache);
  });
};

/** The build after a key stroke in the Dockerfile's last line. */
export const rebuildAfterKeystroke = (rounds = 300): Timing => {
  const context = contextOf();
  const cache = once(context, SEVENTEEN, emptyCache);
  return measure(
    rounds,
    (round) => () => void once(context, SEVENTEEN.replace('/ready"]', `/ready${round}"]`), cache),
  );
};

/** 200 RUN lines, from nothing. */
export const longBuild = (rounds = 40): Timing => buildOf(LONG, rounds);

const buildOf = (dockerfile: string, rounds: number): Timing => {
  const context = treeOf({ Dockerfile: dockerfile });
  return measure(rounds, () => () => void once(context, dockerfile, emptyCache));
};

/** A chain of stages, each of which starts from the base and takes a file from the one before. */
const stages = (count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const copy = i === 0 ? "" : `COPY --from=s${i - 1} /made /before\n`;
    return `FROM small AS s${i}\n${copy}RUN echo ${i} > /made\n`;
  }).join("");

/** 20 stages, from nothing. */
export const twentyStages = (rounds = 60): Timing => buildOf(stages(20), rounds);

/** A context of so many files, nothing of it hashed yet. */
const filesOf = (count: number): Directory => {
  const files: Record<string, string> = { Dockerfile: MANY };
  for (let i = 0; i < count; i++) files[`d${i % 50}/f${i}.txt`] = `${i}\n`.repeat(20);
  return treeOf(files);
};

const MANY = "FROM small\nCOPY . /all\nRUN echo done > /done\n";

/** 5,000 files: filtered, hashed, copied. */
export const fiveThousandFiles = (rounds = 12): Timing =>
  measure(rounds, () => {
    const context = filesOf(5000);
    return () => void once(context, MANY, emptyCache);
  });

/** The build after one edit among 5,000 files. */
export const editAmongFiveThousand = (rounds = 60): Timing => {
  const context = filesOf(5000);
  const cache = once(context, MANY, emptyCache);
  return measure(rounds, (round) => {
    const changed = edited(context, "d1/f1.txt", `${round}\n`);
    return () => void once(changed, MANY, cache);
  });
};

/** How much longer four times as many RUN lines take; 4 is straight growth. */
export const growthWithLines = (): Growth =>
  growth(50, (count, rounds) => buildOf(linesOf(count, 10), rounds).p50);

/** The same for stages. */
export const growthWithStages = (): Growth =>
  growth(10, (count, rounds) => buildOf(stages(count), rounds).p50);

/** The same for files of the context. */
export const growthWithFiles = (): Growth =>
  growth(
    500,
    (count, rounds) =>
      measure(Math.min(rounds, 12), () => {
        const context = filesOf(count);
        return () => void once(context, MANY, emptyCache);
      }).p50,
  );

/** 200 RUN lines, all of them CACHED. */
export const longCachedBuild = (rounds = 100): Timing => {
  const context = treeOf({ Dockerfile: LONG });
  const cache = once(context, LONG, emptyCache);
  return measure(rounds, () => () => void once(context, LONG, cache));
};
