import { describe, expect, test } from "vitest";
import {
  APP,
  APP_FILES as FILES,
  BuildBench as Bench,
  allCached,
  stepLines as steps,
  textIn as text,
} from "../../testing/build-bench.ts";
import { WorkBudget } from "./solve/work-budget.ts";

describe("cache", () => {
  test("the same build again is all CACHED and gives the same image id", () => {
    const bench = new Bench();
    const first = bench.build(APP, FILES);
    expect(first.error).toBeUndefined();
    const again = bench.build(APP, FILES);
    expect(allCached(again)).toBe(true);
    expect(again.image?.id).toBe(first.image?.id);
    expect(again.image?.configJson).toBe(first.image?.configJson);
  });

  test("times of files do not count", () => {
    const bench = new Bench();
    bench.build(APP, FILES, {}, 1);
    expect(allCached(bench.build(APP, FILES, {}, 99))).toBe(true);
  });

  test("a line at the end leaves the keys above as they were", () => {
    const bench = new Bench();
    bench.build(APP, FILES, { ignore: "Dockerfile" });
    expect(steps(bench.build(`${APP}RUN cat /deps\n`, FILES, { ignore: "Dockerfile" }))).toEqual([
      "WORKDIR /app: CACHED",
      "COPY requirements.txt .: CACHED",
      "RUN cat requirements.txt > /deps: CACHED",
      "COPY . .: CACHED",
      'RUN cat /deps: DONE {"kind":"first-build"}',
    ]);
  });

  test("a change and its revert hit again", () => {
    const bench = new Bench();
    const first = bench.build(APP, FILES);
    bench.build(APP, { ...FILES, "app.py": "other" });
    const back = bench.build(APP, FILES);
    expect(allCached(back)).toBe(true);
    expect(back.image?.id).toBe(first.image?.id);
  });

  test("--no-cache runs all but WORKDIR, --no-cache-filter one stage", () => {
    const bench = new Bench();
    bench.build(APP, FILES);
    expect(
      steps(bench.build(APP, FILES, { noCache: true })).map((line) => line.replace(/^\w+ .*: (\w+)/, "$1")),
    ).toEqual(["CACHED", 'DONE {"kind":"no-cache"}', 'DONE {"kind":"no-cache"}', 'DONE {"kind":"no-cache"}']);
    const two = "FROM small AS a\nRUN echo a > /a\nFROM small AS b\nCOPY --from=a /a /\nRUN echo b > /b\n";
    bench.build(two);
    expect(steps(bench.build(two, {}, { noCache: ["a"] }))).toEqual([
      'RUN echo a > /a: DONE {"kind":"no-cache"}',
      "COPY --from=a /a /: CACHED",
      "RUN echo b > /b: CACHED",
    ]);
  });

  test("COPY --from goes by content, so a changed step above with the same result is no loss", () => {
    const bench = new Bench();
    const file = (extra: string): string =>
      `FROM small AS b\nRUN echo fixed > /o${extra}\nFROM small\nCOPY --from=b /o /o\nRUN echo after > /a\n`;
    bench.build(file(""));
    expect(steps(bench.build(file(" && true")))).toEqual([
      'RUN echo fixed > /o && true: DONE {"kind":"instruction","before":"RUN echo fixed > /o","after":"RUN echo fixed > /o && true"}',
      "COPY --from=b /o /o: CACHED",
      "RUN echo after > /a: CACHED",
    ]);
  });

  test("a failed step is not kept, the steps before it are", () => {
    const bench = new Bench();
    const failing = "FROM small\nRUN echo 1 > /1\nRUN exit 9\n";
    expect(bench.build(failing).error?.message).toBe(
      'process "/bin/sh -c exit 9" did not complete successfully: exit code: 9',
    );
    expect(steps(bench.build(failing))).toEqual([
      "RUN echo 1 > /1: CACHED",
      'RUN exit 9: ERROR {"kind":"failed"}',
    ]);
  });

  test("equal steps of two stages run once", () => {
    const bench = new Bench();
    const result = bench.build(
      "FROM small AS a\nRUN echo 1 > /1\nFROM small\nRUN echo 1 > /1\nCOPY --from=a /1 /2\n",
    );
    expect(steps(result).map((line) => line.split(" {")[0])).toEqual([
      "RUN echo 1 > /1: DONE",
      "COPY --from=a /1 /2: DONE",
    ]);
    expect(text(result, "/2")).toBe("1\n");
  });

  test("layers of cached steps tell the line where their instruction stands now", () => {
    const bench = new Bench();
    bench.build("FROM small\nRUN echo 1 > /1\n");
    const moved = bench.build("# a comment\n\nFROM small\nRUN echo 1 > /1\n");
    expect(moved.image?.layers.at(-1)?.origin?.range.start.line).toBe(4);
  });
});

describe("failures", () => {
  test("a parse error stops before anything is loaded, and every problem is told", () => {
    const result = new Bench().build("FROM small\nRUNN x\nCOPY a\n");
    expect(result.vertices.map(({ name }) => name)).toEqual([
      "[internal] load build definition from Dockerfile",
    ]);
    expect(result.error?.message).toBe(
      "dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
    );
    expect(result.problems).toHaveLength(2);
  });

  test("what was found before a parse error is told too", () => {
    const early = new Bench().build("FROM small As one\nRUNN x\nCMD sh\n");
    expect(early.error?.message).toContain("unknown instruction: RUNN");
    expect(early.warnings.map(({ rule }) => rule)).toEqual(["FromAsCasing"]);
    const options = new Bench().build("# check=skip\nFROM small\nRUNN x\n");
    expect(options.error?.message).toBe('failed to parse check options: invalid check option "skip"');
  });

  test("a bad directive is told where it is, and printed where BuildKit says", () => {
    const { error } = new Bench().build("# syntax=small\n# escape=x\nFROM small\n");
    expect(error).toMatchObject({ range: { start: { line: 2 } }, told: { start: { line: 1 } } });
  });

  test("a source that is missing is met by the work itself where the step stands on what it reads", () => {
    const missing = "lstat /a: no such file or directory";
    const noKey = /^failed to compute cache key: .*: "\/a": not found$/;
    const of = (text: string): string | undefined => new Bench().build(text).error?.message;
    expect(of("FROM small\nCOPY --from=scratch /a /b\n")).toBe(missing);
    expect(of("FROM small AS one\nFROM small\nCOPY --from=one /a /b\n")).toBe(missing);
    expect(of("FROM scratch AS none\nFROM small\nCOPY --from=none /a /b\n")).toBe(missing);
    const made = "FROM small AS one\nRUN touch /x\nFROM one";
    expect(of(`${made}\nCOPY --from=one /a /b\n`)).toBe(missing);
    expect(of(`${made}\nRUN --mount=from=one,source=/a,target=/m ls\n`)).toBe(
      'process "/bin/sh -c ls" did not complete successfully: open /a: no such file or directory',
    );
    expect(of(`${made}\nRUN touch /y\nCOPY --from=one /a /b\n`)).toMatch(noKey);
    expect(of(`${made} AS two\nFROM small\nCOPY --from=two /a /b\n`)).toMatch(noKey);
    expect(of("FROM small\nCOPY --from=other /a /b\n")).toMatch(noKey);
  });

  test("scratch is empty, for COPY and for mounts", () => {
    const file =
      "FROM small\nCOPY --from=scratch / /b/\nRUN --mount=from=scratch,target=/x ls /x /b > /seen\n";
    expect(text(new Bench().build(file), "/seen")).toBe("/b:\n\n/x:\n");
  });

  test("a mount that is read only cannot be written", () => {
    const file = "FROM small\nRUN --mount=type=bind,source=.,target=/src touch /src/x\n";
    const result = new Bench().build(file, { a: "" });
    expect(result.vertices.at(-1)?.log.map((line) => line.text)).toEqual([
      "touch: cannot touch '/src/x': Read-only file system",
    ]);
  });

  test("a program that Drydock lacks is Drydock's error, never a success", () => {
    const result = new Bench().build("FROM small\nCOPY tool /bin/tool\nRUN tool\n", {
      tool: { text: "\u007FELF", mode: "0755" },
    });
    expect(result.outcome).toBe("error");
  });

  test("when a stage fails, what runs beside it is CANCELED and not kept, what had ended stays", () => {
    const bench = new Bench();
    const file = (code: number): string =>
      `FROM small AS a\nRUN echo ok\nRUN exit ${code}\nFROM small AS b\nRUN echo short\nRUN echo 1; echo 2 > /2\nRUN echo never\nFROM small\nCOPY --from=a /etc /e\nCOPY --from=b / /b\n`;
    const result = bench.build(file(3));
    expect(result.error?.message).toContain("exit code: 3");
    expect(result.image).toBeUndefined();
    const states = Object.fromEntries(steps(result).map((line) => line.split(" {")[0]?.split(": ") ?? []));
    expect(states).toMatchObject({ "RUN echo ok": "DONE", "RUN exit 3": "ERROR", "RUN echo short": "DONE" });
    expect(states).not.toHaveProperty("RUN echo never");
    const again = steps(bench.build(file(0)));
    expect(again[0]).toBe("RUN echo ok: CACHED");
    expect(again.find((line) => line.startsWith("RUN echo short"))).toBe("RUN echo short: CACHED");
  });

  test("what was running when another stage failed is run again", () => {
    const bench = new Bench();
    const file = (code: number): string =>
      `FROM small AS a\nRUN exit ${code}\nFROM small AS b\nRUN sleep 60\nFROM small\nCOPY --from=a /etc /e\nCOPY --from=b /etc /b\n`;
    const failed = bench.build(file(3)).vertices.map(({ name, status }) => `${name} ${status}`);
    expect(failed).toContain("[b 2/2] RUN sleep 60 CANCELED");
    expect(steps(bench.build(file(0))).find((line) => line.startsWith("RUN sleep"))).toMatch(/: DONE/);
  });

  test("work has an end", () => {
    const budget = new WorkBudget();
    budget.spend(budget.left);
    expect(() => budget.spend(1)).toThrow("LIMIT");
    const endless = new Bench().build("FROM small\nRUN while :; do :; done\n");
    expect(endless.error?.drydock?.real).toBe("Docker has no such limit and would go on.");
    expect(endless.vertices.at(-1)?.status).toBe("ERROR");
    expect(new Bench().build("FROM small\n".repeat(600)).error?.message).toContain("more than 500 stages");
  });
});

test("a cache mount lives on between builds, but not without cache, and leaves no file in the image", () => {
  const bench = new Bench();
  const file = (name: string): string =>
    `FROM small\nRUN --mount=type=cache,target=/c echo ${name} >> /c/n; cat /c/n > /n\n`;
  expect(text(bench.build(file("one")), "/n")).toBe("one\n");
  const again = bench.build(file("two"));
  expect(text(again, "/n")).toBe("one\ntwo\n");
  expect(text(again, "/c")).toBe("ENOENT");
  expect(text(bench.build(file("two"), {}, { noCache: true }), "/n")).toBe("two\n");
});

test("a secret is there while the step runs, and not in the image", () => {
  const file = "FROM small\nRUN --mount=type=secret,id=s cat /run/secrets/s > /got\n";
  const result = new Bench().build(file, {}, { secrets: { s: "hush" } });
  expect(text(result, "/got")).toBe("hush");
  expect(text(result, "/run/secrets/s")).toBe("ENOENT");
});

describe("SOURCE_DATE_EPOCH", () => {
  const file = "FROM small\nLABEL a=1\nWORKDIR /made\nRUN echo > /ran\nENV B=2\n";
  const times = (result: ReturnType<Bench["build"]>): (string | undefined)[] =>
    (result.image?.config.history ?? []).slice(-4).map(({ created }) => created);

  test("dates the image, its history and what WORKDIR makes, and no other file", () => {
    const result = new Bench().build(file, {}, { args: { SOURCE_DATE_EPOCH: "1000000000" } });
    const then = "2001-09-09T01:46:40Z";
    expect(times(result)).toEqual([then, then, then, then]);
    expect(result.image?.config.created).toBe(then);
    const children = result.image?.tree.children;
    expect(children?.get("made")?.mtime).toBe(1_000_000_000);
    expect(children?.get("ran")?.mtime).toBeGreaterThan(1_000_000_000);
  });

  test("counts for the key of WORKDIR, and so for all above it", () => {
    const bench = new Bench();
    const first = bench.build(file, {}, { args: { SOURCE_DATE_EPOCH: "1" } });
    expect(allCached(bench.build(file, {}, { args: { SOURCE_DATE_EPOCH: "1" } }))).toBe(true);
    expect(allCached(bench.build(file, {}, { args: { SOURCE_DATE_EPOCH: "2" } }))).toBe(false);
    expect(times(bench.build(file, {}, { args: { SOURCE_DATE_EPOCH: "" } }))).not.toEqual(times(first));
  });

  test.each(["now", "-1", "1.5", "253402300800"])("of %s is not known", (SOURCE_DATE_EPOCH) => {
    const { error } = new Bench().build(file, {}, { args: { SOURCE_DATE_EPOCH } });
    expect(error?.drydock?.what).toBe(`SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH}`);
  });
});

describe("RUN --mount=type=ssh", () => {
  const socket = (mount: string, before = ""): string =>
    text(
      new Bench().build(`FROM small\n${before}RUN --mount=type=ssh${mount} echo $SSH_AUTH_SOCK > /s\n`),
      "/s",
    );

  test("without an agent has the variable all the same", () => {
    expect(socket("")).toBe("/run/buildkit/ssh_agent.0\n");
    expect(socket(",target=/agent")).toBe("/agent\n");
    expect(socket("", "ENV SSH_AUTH_SOCK=/mine\n")).toBe("/mine\n");
  });

  test.each([
    ["required", "default"],
    ["required=true,id=git", "git"],
  ])("fails where %s", (how, id) => {
    const { error } = new Bench().build(`FROM small\nRUN --mount=type=ssh,${how} true\n`);
    expect(error?.message).toBe(`unset ssh forward key ${id}`);
  });
});

describe("build args for the builder itself", () => {
  const build = (args: Record<string, string>): ReturnType<Bench["build"]> =>
    new Bench().build("# syntax=small\nFROM small\n", {}, { args });

  test("BUILDKIT_SYNTAX names the frontend, before the directive does", () => {
    expect(build({}).error).toBeUndefined();
    expect(build({ BUILDKIT_SYNTAX: "" }).error).toBeUndefined();
    expect(build({ BUILDKIT_SYNTAX: "nope:2" }).error).toEqual({
      message:
        "failed to resolve source metadata for docker.io/library/nope:2: docker.io/library/nope:2: not found",
      range: undefined,
    });
  });

  test("what Drydock lacks is said, unless it is switched off", () => {
    expect(build({ BUILDKIT_INLINE_CACHE: "0", BUILDKIT_SANDBOX_HOSTNAME: "" }).error).toBeUndefined();
    expect(build({ BUILDKIT_INLINE_CACHE: "1" }).error?.drydock?.what).toBe(
      "the build arg BUILDKIT_INLINE_CACHE",
    );
  });
});
