import { expect, test } from "vitest";
import {
  APP,
  APP_FILES as FILES,
  BuildBench as Bench,
  allCached,
  stepLines as steps,
  textIn as text,
} from "../../../testing/build-bench.ts";
import type { FileState } from "../../context/file-state.ts";

const why = (before: string, after: string, old: FileState = FILES, now: FileState = FILES): string[] => {
  const bench = new Bench();
  bench.build(before, old, { ignore: "Dockerfile" });
  return steps(bench.build(after, now, { ignore: "Dockerfile" })).filter((line) => !line.endsWith("CACHED"));
};

test.each([
  ["content", { ...FILES, "app.py": "x" }, { path: "app.py", change: "content" }],
  ["added below", { ...FILES, "lib/b.py": "" }, { path: "lib/b.py", change: "added" }],
  ["removed", { "requirements.txt": "flask\n", "lib/a.py": "a\n" }, { path: "app.py", change: "removed" }],
  ["mode", { ...FILES, "app.py": { text: "print()\n", mode: "0755" } }, { path: "app.py", change: "mode" }],
  ["type", { ...FILES, "app.py": { link: "lib/a.py" } }, { path: "app.py", change: "type" }],
] as const)("a file: %s", (_, now, fact) => {
  expect(why(APP, APP, FILES, now as FileState)).toEqual([
    `COPY . .: DONE ${JSON.stringify({ kind: "file", ...fact })}`,
  ]);
});

test("what stands below names the step where it began", () => {
  expect(why(APP, APP, FILES, { ...FILES, "requirements.txt": "redis\n" })).toEqual([
    'COPY requirements.txt .: DONE {"kind":"file","path":"requirements.txt","change":"content"}',
    'RUN cat requirements.txt > /deps: DONE {"kind":"parent","step":"[3/5] COPY requirements.txt ."}',
    'COPY . .: DONE {"kind":"parent","step":"[3/5] COPY requirements.txt ."}',
  ]);
});

test("a variable, from what to what", () => {
  expect(why("FROM small\nARG A=1\nRUN echo x\n", "FROM small\nARG A=2\nRUN echo x\n")).toEqual([
    'RUN echo x: DONE {"kind":"variable","name":"A","before":"1","after":"2"}',
  ]);
  expect(why("FROM small\nRUN echo x\n", "FROM small\nENV B=2\nRUN echo x\n")).toEqual([
    'RUN echo x: DONE {"kind":"variable","name":"B","after":"2"}',
  ]);
});

test("another base, user, directory or shell", () => {
  expect(why("FROM small\nRUN id\n", "FROM other\nRUN id\n")).toEqual([
    'RUN id: DONE {"kind":"base","before":"docker.io/library/small:latest","after":"docker.io/library/other:latest"}',
  ]);
  expect(why("FROM small\nRUN id\n", "FROM small\nUSER app\nRUN id\n")).toEqual([
    'RUN id: DONE {"kind":"setting","name":"user","before":"","after":"app"}',
  ]);
  expect(why("FROM small\nRUN id\n", 'FROM small\nSHELL ["/bin/sh","-ec"]\nRUN id\n')).toEqual([
    'RUN id: DONE {"kind":"setting","name":"shell","before":"/bin/sh -c","after":"/bin/sh -ec"}',
  ]);
});

test("a variable in the text of a COPY", () => {
  const file = (value: string): string => `FROM small\nARG D=${value}\nCOPY app.py /$D/\n`;
  expect(why(file("a"), file("b"))).toEqual([
    'COPY app.py /b/: DONE {"kind":"variable","name":"D","before":"a","after":"b"}',
  ]);
});

test("a file of another stage", () => {
  const file = (word: string): string =>
    `FROM small AS b\nRUN mkdir /o && echo ${word} > /o/w\nFROM small\nCOPY --from=b /o /o\n`;
  expect(why(file("a"), file("b")).at(-1)).toBe(
    'COPY --from=b /o /o: DONE {"kind":"file","path":"o/w","change":"content"}',
  );
});

test("an owner in another stage", () => {
  const file = (extra: string): string =>
    `FROM small AS b\nRUN mkdir /o && echo 1 > /o/w${extra}\nFROM small\nCOPY --from=b /o /o\n`;
  expect(why(file(""), file(" && chown 7 /o/w")).at(-1)).toBe(
    'COPY --from=b /o /o: DONE {"kind":"file","path":"o/w","change":"mode"}',
  );
});

test("a file that a bind mount shows", () => {
  const file = "FROM small\nRUN --mount=type=bind,source=app.py,target=/a cat /a > /b\n";
  expect(why(file, file, FILES, { ...FILES, "app.py": "new" })).toEqual([
    'RUN --mount=type=bind,source=app.py,target=/a cat /a > /b: DONE {"kind":"file","path":"app.py","change":"content"}',
  ]);
  expect(why(file, file, FILES, { ...FILES, "lib/a.py": "new" })).toEqual([]);
});

test("a stage that stands on a changed stage, and a line that is gone", () => {
  const staged = (word: string): string => `FROM small AS base\nRUN echo ${word}\nFROM base\nRUN echo end\n`;
  expect(why(staged("a"), staged("b")).at(-1)).toBe(
    'RUN echo end: DONE {"kind":"parent","step":"[base 2/2] RUN echo b"}',
  );
  expect(
    why("FROM small\nRUN echo 1\nRUN echo 2\nRUN echo 3\n", "FROM small\nRUN echo 1\nRUN echo 3\n"),
  ).toEqual(['RUN echo 3: DONE {"kind":"parent","step":"[3/4] RUN echo 2"}']);
});

test("another folder's Dockerfile is another one", () => {
  const bench = new Bench();
  bench.build("FROM small\nRUN echo 1\n", {}, { directory: "/home/a" });
  expect(steps(bench.build("FROM small\nRUN echo 2\n", {}, { directory: "/home/b" }))).toEqual([
    'RUN echo 2: DONE {"kind":"first-build"}',
  ]);
  expect(steps(bench.build("FROM small\nRUN echo 3\n", {}, { directory: "/home/a" }))[0]).toContain(
    '"before":"RUN echo 1"',
  );
});

test("a step that failed before, and one that is asked for without cache", () => {
  const bench = new Bench();
  const fails = "FROM small\nRUN exit 3\n";
  expect(steps(bench.build(fails))).toEqual(['RUN exit 3: ERROR {"kind":"first-build"}']);
  expect(steps(bench.build(fails))).toEqual(['RUN exit 3: ERROR {"kind":"failed"}']);
  expect(steps(bench.build(fails, {}, { noCache: true }))).toEqual(['RUN exit 3: ERROR {"kind":"no-cache"}']);
});

test("a directory that no step makes, and a file in a heredoc", () => {
  expect(why("FROM small\nRUN pwd\n", "FROM small\nWORKDIR /\nRUN pwd\n")).toEqual([]);
  const heredoc = (word: string): string => `FROM small\nCOPY <<E /x\n${word}\nE\n`;
  expect(why(heredoc("1"), heredoc("2"))).toEqual([
    'COPY <<E /x: DONE {"kind":"instruction","before":"COPY <<E /x\\n1\\nE","after":"COPY <<E /x\\n2\\nE"}',
  ]);
});

test("another base below a step that is CACHED nowhere, and a stage that starts from another", () => {
  const from = (base: string): string => `FROM ${base}\nRUN echo 1\nRUN echo 2\n`;
  expect(why(from("small"), from("other"))[0]).toContain('"kind":"base"');
  const staged = (base: string): string =>
    `FROM small AS a\nRUN echo a\nFROM small AS b\nRUN echo b\nFROM ${base}\nRUN echo end\n`;
  const bench = new Bench();
  for (const base of ["a", "b", "a"]) bench.build(staged(base));
  expect(steps(bench.build(staged("b"))).at(-1)).toBe("RUN echo end: CACHED");
  expect(why(staged("a"), staged("b")).at(-1)).toBe(
    'RUN echo end: DONE {"kind":"parent","step":"[b 2/2] RUN echo b"}',
  );
});

test("a named stage is known by its name where it has moved", () => {
  const one = "FROM small AS one\nRUN echo 1\n";
  const two = (word: string): string => `FROM small AS two\nRUN echo ${word}\n`;
  expect(why(`${one}${two("2")}`, `FROM small AS new\nRUN echo new\n${one}${two("3")}`)).toEqual([
    'RUN echo 3: DONE {"kind":"instruction","before":"RUN echo 2","after":"RUN echo 3"}',
  ]);
});

test("proxies count for nothing", () => {
  const bench = new Bench();
  const file = "FROM small\nRUN echo $HTTP_PROXY > /p\n";
  expect(text(bench.build(file, {}, { args: { HTTP_PROXY: "http://p" } }), "/p")).toBe("http://p\n");
  expect(allCached(bench.build(file, {}, { args: { HTTP_PROXY: "http://q" } }))).toBe(true);
});

test("a new line is new, and what follows it stands on something else", () => {
  expect(
    why("FROM small\nRUN echo 1\nRUN echo 3\n", "FROM small\nRUN echo 1\nRUN echo 2\nRUN echo 3\n"),
  ).toEqual([
    'RUN echo 2: DONE {"kind":"first-build"}',
    'RUN echo 3: DONE {"kind":"parent","step":"[3/4] RUN echo 2"}',
  ]);
});
