import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEngineError } from "../../core/engine-error.ts";
import { parseDockerfile } from "../../dockerfile/parse.ts";
import type { ContainerConfig, ImageConfig } from "../../oci/image-config.ts";
import { makePlan } from "./make-plan.ts";
import type { Plan } from "./plan.ts";
import type { PlanOptions } from "./planning.ts";

const PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const CONFIGS: Readonly<Record<string, ContainerConfig>> = {
  "docker.io/library/web:1": { Env: [PATH, "HOME=/srv"], Cmd: ["serve"], WorkingDir: "/srv", User: "app" },
  "docker.io/library/parent:1": { Env: [PATH], OnBuild: ["COPY . /app", "ENV A=1"] },
};

const image = (reference: string): ImageConfig | { error: string } =>
  reference.includes("missing")
    ? { error: `${reference}: not found` }
    : {
        architecture: "amd64",
        os: "linux",
        config: CONFIGS[reference] ?? { Env: [PATH], Cmd: ["/bin/sh"] },
        rootfs: { type: "layers", diff_ids: [] },
        history: [],
      };

const make = (text: string, options: PlanOptions = {}): ReturnType<typeof makePlan> =>
  makePlan(parseDockerfile(text), options, image);

function planOf(text: string, options: PlanOptions = {}): Plan {
  const made = make(text, options);
  if ("error" in made) throw new Error(made.error.message);
  return made.plan;
}

const errorOf = (text: string, options: PlanOptions = {}): string | undefined => {
  const made = make(text, options);
  return "error" in made ? made.error.message : undefined;
};

const history = (text: string, options: PlanOptions = {}): (string | undefined)[] =>
  planOf(text, options).stages.flatMap((stage) => stage.history.map(({ created_by }) => created_by));

describe("which stages are planned", () => {
  const text = [
    "FROM alpine AS a",
    "RUN make a",
    "FROM alpine AS unused",
    "RUN make nothing",
    "FROM a AS b",
    "COPY x /x",
    "FROM scratch",
    "COPY --from=b /x /x",
  ].join("\n");

  test("the target, what it starts from and what it copies from", () => {
    const plan = planOf(text);
    expect(plan.stages.map(({ name }) => name)).toEqual(["a", "b", "stage-3"]);
    expect(plan.vertices).toEqual([
      "[a 1/2] FROM docker.io/library/alpine:latest",
      "[a 2/2] RUN make a",
      "[b 1/1] COPY x /x",
      "[stage-3 1/1] COPY --from=b /x /x",
    ]);
    expect(plan.metadata).toEqual(["docker.io/library/alpine:latest"]);
  });

  test("a target is named in any case, and never by number", () => {
    expect(planOf(text, { target: "A" }).target).toBe(0);
    expect(errorOf(text, { target: "0001" })).toBe('target stage "0001" could not be found');
    expect(errorOf(text, { target: "unuse" })).toBe(
      'target stage "unuse" could not be found (did you mean unused?)',
    );
  });

  test("an image that only an unused stage needs is not looked for", () => {
    expect(errorOf("FROM missing AS a\nFROM alpine\nRUN x")).toBeUndefined();
    expect(errorOf("FROM missing")).toBe("missing: docker.io/library/missing:latest: not found");
  });

  test("circles are refused, with every line of them", () => {
    const made = make("FROM alpine AS a\nCOPY --from=b /x /x\nFROM alpine AS b\nCOPY --from=a /x /x");
    expect("error" in made && made.error).toMatchObject({
      message: "circular dependency detected on stage: a",
      ranges: [{ start: { line: 2 } }, { start: { line: 4 } }],
    });
  });
});

describe("variables", () => {
  test("global ARGs are FROM's; a stage must name them again", () => {
    const text = "ARG V=1\nFROM alpine:$V\nRUN a\nARG V\nRUN b";
    expect(history(text)).toEqual([
      "RUN /bin/sh -c a # buildkit",
      "ARG V=1",
      "RUN |1 V=1 /bin/sh -c b # buildkit",
    ]);
    expect(planOf(text, { args: { V: "2" } }).metadata).toEqual(["docker.io/library/alpine:2"]);
  });

  test("ENV wins over ARG, and one ENV sees the values from before it", () => {
    const plan = planOf("FROM alpine\nARG V=arg\nENV V=env\nENV V=new W=$V\nRUN echo", {
      args: { V: "cli" },
    });
    const [step] = plan.stages[0]?.steps ?? [];
    expect(step?.env).toEqual([PATH, "V=new", "W=env"]);
    expect(plan.stages[0]?.config.Env).toEqual([PATH, "V=new", "W=env"]);
  });

  test("TARGETARCH and its kin are there once they are declared", () => {
    expect(
      history("FROM alpine\nARG TARGETARCH\nENV A=$TARGETARCH B=$TARGETOS", { platform: "linux/arm64" }),
    ).toEqual(["ARG TARGETARCH=arm64", "ENV A=arm64 B="]);
  });

  test("a text that grows without end is stopped", () => {
    const text = `FROM alpine\nENV A=${"x".repeat(1000)}\n${"ENV A=$A$A\n".repeat(40)}`;
    try {
      make(text);
      expect.unreachable();
    } catch (error) {
      expect(isEngineError(error, "LIMIT")).toBe(true);
    }
  });
});

describe("what an image's config becomes", () => {
  test("the base's, changed in place", () => {
    const { config } =
      planOf("FROM web:1\nWORKDIR app\nENV HOME=/h\nEXPOSE 80 53/udp\nLABEL a=b").stages[0] ?? {};
    expect(config).toEqual({
      Env: [PATH, "HOME=/h"],
      Cmd: ["serve"],
      WorkingDir: "/srv/app",
      User: "app",
      ExposedPorts: { "53/udp": {}, "80/tcp": {} },
      Labels: { a: "b" },
    });
  });

  test("ENTRYPOINT drops the base's CMD, not the stage's own", () => {
    expect(planOf('FROM web:1\nENTRYPOINT ["e"]').stages[0]?.config.Cmd).toBeUndefined();
    expect(planOf('FROM web:1\nCMD ["c"]\nENTRYPOINT ["e"]').stages[0]?.config.Cmd).toEqual(["c"]);
  });

  test("scratch has a PATH and stands in /", () => {
    expect(planOf("FROM scratch\nCOPY a /").stages[0]?.config).toEqual({ Env: [PATH], WorkingDir: "/" });
  });

  test("ONBUILD fires in the child, and is gone from it", () => {
    const plan = planOf("FROM parent:1\nRUN ls");
    const [stage] = plan.stages;
    expect(stage?.config.OnBuild).toBeUndefined();
    expect(stage?.steps.map(({ name }) => name)).toEqual(["[2/4] ONBUILD COPY . /app", "[3/4] RUN ls"]);
    expect(stage?.steps[0]?.instruction.range.start.line).toBe(1);
  });
});

describe("steps", () => {
  test("are printed with the variables that the Dockerfile set", () => {
    const names = planOf(
      "FROM alpine\nARG V=1\nRUN echo $V $HOME '$V'\nCOPY $V$NONE /x",
    ).stages[0]?.steps.map(({ name }) => name);
    expect(names).toEqual(["[2/3] RUN echo 1 $HOME '$V'", "[3/3] COPY 1 /x"]);
  });

  test("know where they stand, as whom, and where files go", () => {
    const [, copy, run] = planOf("FROM web:1\nWORKDIR /w\nCOPY a b/\nUSER 7\nRUN x").stages[0]?.steps ?? [];
    expect(copy).toMatchObject({ kind: "copy", destination: "/w/b/", user: "app", directory: "/w" });
    expect(run).toMatchObject({ kind: "run", argv: ["/bin/sh", "-c", "x"], user: "7", directory: "/w" });
  });

  test("a heredoc alone is the script; with #! it is a program", () => {
    const run = (body: string): unknown => planOf(`FROM alpine\nRUN <<EOF\n${body}\nEOF`).stages[0]?.steps[0];
    expect(run("a\nb")).toMatchObject({
      name: "[2/2] RUN <<EOF (a...)",
      argv: ["/bin/sh", "-c", "a\nb\n"],
      pipe: undefined,
    });
    expect(run("#!/bin/x\na")).toMatchObject({
      argv: ["/bin/sh", "-c", "/dev/pipes/EOF"],
      pipe: { path: "/dev/pipes/EOF", data: "#!/bin/x\na\n" },
    });
  });
});

describe("errors", () => {
  test.each([
    ["ARG A=1", "dockerfile contains no stages to build"],
    ["FROM $NONE", "base name ($NONE) should not be blank"],
    [
      "FROM Alpine",
      'failed to parse stage name "Alpine": invalid reference format: repository name (library/Alpine) must be lowercase',
    ],
    ["FROM alpine\nSTOPSIGNAL SIGNOPE", "invalid signal: SIGNOPE"],
    ["FROM alpine\nEXPOSE web", "invalid containerPort: web"],
    [
      "FROM alpine\nCOPY --chmod=999 a b",
      "invalid chmod parameter: '999'. it should be octal string and between 0 and 07777",
    ],
    ["FROM alpine\nCOPY https://example.test/a b", "source can't be a URL for COPY"],
    ["FROM alpine\nENV A=${B:?needed}", 'failed to process "${B:?needed}": B: needed'],
    ["FROM alpine\nRUN --mount=type=cach,target=/c x", 'unsupported mount type "cach" (did you mean cache?)'],
    ["# check=error=true\nFROM alpine\nCMD x", "lint violation found for rules: JSONArgsRecommended"],
    ["# check=errors=true\nFROM alpine", 'failed to parse check options: invalid check option "errors"'],
  ])("%j fails in BuildKit's words", (text, message) => {
    expect(errorOf(text)).toBe(message);
  });
});

test("no Dockerfile makes it throw anything but a limit", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "FROM alpine AS a",
      "FROM a",
      "FROM scratch",
      "COPY --from=a x y",
      "COPY --from=0 x y",
      "COPY --from=9 x y",
      "RUN --mount=from=a,target=/x y",
      "ONBUILD COPY --from=a x y",
      "ARG A=$B",
      "ENV A=${A%$A}",
      "WORKDIR $A",
      "EXPOSE $A-9",
      "VOLUME $A",
      "HEALTHCHECK NONE",
      "USER $A",
      "SHELL []",
    ),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), fc.boolean(), (lines, check) => {
      const made = make(`FROM alpine\n${lines.join("\n")}`, { check });
      expect("error" in made ? made.error.message : made.plan.stages.length).toBeTruthy();
    }),
    { numRuns: 500 },
  );
});

const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

test.each([
  ["ports", `FROM alpine\nEXPOSE ${"1-65535 ".repeat(2000)}`],
  ["ARGs of one line", `FROM alpine\nARG ${many(50_000, (at) => `a${at} `)}`],
  ["variables of one line", `FROM alpine\nENV ${many(30_000, (at) => `a${at}=1 `)}`],
  [
    "undefined variables",
    `FROM alpine\nENV ${many(1500, (at) => `a${at}=1 `)}\nCOPY <<E /x\n${many(30_000, (at) => `$b${at}`)}\nE`,
  ],
  ["RUNs with ENVs between", `FROM alpine\n${many(1000, (at) => `ENV A${at}=1\nRUN x\n`)}`],
  [
    "stages on stages",
    `FROM alpine AS a0\n${many(499, (at) => `FROM a${at} AS a${at + 1}\nCOPY --from=a${at} x x\n`)}`,
  ],
  ["mounts", `FROM alpine\nRUN ${"--mount=type=cache,target=/x ".repeat(8000)} x`],
  ["labels", `FROM alpine\n${many(2000, (at) => `LABEL a${at}=${"x".repeat(100)}\n`)}`],
])("a plan ends soon: %s", (_, text) => {
  let limit: unknown;
  try {
    make(text);
  } catch (error) {
    limit = error;
  }
  expect(limit === undefined || isEngineError(limit, "LIMIT")).toBe(true);
});
