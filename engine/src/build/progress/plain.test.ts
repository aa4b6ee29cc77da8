import { expect, test } from "vitest";
import { smallImage } from "../../../testing/small-image.ts";
import { treeOf } from "../../context/file-state.ts";
import { build } from "../build.ts";
import { emptyCache } from "../cache/cache.ts";
import type { BuildRequest } from "../request.ts";
import { checkReport } from "./check-report.ts";
import { plainProgress } from "./plain.ts";

const image = smallImage();

function run(
  text: string | undefined,
  flags: Partial<BuildRequest> = {},
): [ReturnType<typeof build>["result"], BuildRequest] {
  let now = Date.UTC(2026, 10, 2, 8);
  const context = treeOf({ Dockerfile: text ?? "", "a.txt": "a\n" });
  const request = { context, dockerfile: { name: "Dockerfile", text }, ignore: undefined, ...flags };
  const { result } = build(request, {
    cache: emptyCache,
    clock: { now: () => now, elapse: (milliseconds) => void (now += milliseconds) },
    image: (name) => (name.includes("small") ? image : { error: `${name}: not found` }),
  });
  return [result, request];
}

const plain = (text: string | undefined, flags?: Partial<BuildRequest>): string =>
  plainProgress(...run(text, flags)).replaceAll(/[0-9a-f]{64}/g, "<id>");

test("a build that works", () => {
  expect(plain("FROM small\nCOPY a.txt /\nRUN cat /a.txt\n", { tags: ["web", "pp/web:2"] })).toBe(
    `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 75B done
#1 DONE 0.0s

#2 [internal] load metadata for docker.io/library/small:latest
#2 DONE 0.0s

#3 [internal] load .dockerignore
#3 transferring context: 2B done
#3 DONE 0.0s

#4 [1/3] FROM docker.io/library/small:latest
#4 DONE 0.0s

#5 [internal] load build context
#5 transferring context: 134B done
#5 DONE 0.0s

#6 [2/3] COPY a.txt /
#6 DONE 0.0s

#7 [3/3] RUN cat /a.txt
#7 0.180 a
#7 DONE 0.2s

#8 exporting to image
#8 exporting layers 0.1s done
#8 writing image sha256:<id> done
#8 naming to docker.io/library/web done
#8 naming to docker.io/pp/web:2 done
#8 DONE 0.1s
`,
  );
});

test("a build that fails ends with the log, the lines and the error", () => {
  expect(plain("FROM small\nRUN echo before; exit 3\nRUN never\n")).toMatch(
    /\n#5 \[2\/3\] RUN echo before; exit 3\n#5 0\.180 before\n#5 ERROR: (process "\/bin\/sh -c echo before; exit 3" did not complete successfully: exit code: 3)\n------\n > \[2\/3\] RUN echo before; exit 3:\n0\.180 before\n------\nDockerfile:2\n-{20}\n {3}1 \| {5}FROM small\n {3}2 \| >>> RUN echo before; exit 3\n {3}3 \| {5}RUN never\n {3}4 \| {5}\n-{20}\nERROR: failed to build: failed to solve: \1\n$/,
  );
});

test("what Drydock lacks is not told in Docker's words", () => {
  const text = plain("FROM small\nADD https://example.com/x /x\n");
  expect(text).toContain("ERROR: failed to build: Drydock does not simulate `ADD https://example.com/x`.");
  expect(text).not.toContain("failed to solve");
});

test("no Dockerfile, no base, no frontend", () => {
  expect(plain(undefined)).toMatch(
    /DONE 0\.0s\nERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory\n$/,
  );
  expect(plain("FROM nope:1\n")).toMatch(
    /ERROR: failed to build: failed to solve: nope:1: failed to resolve source metadata for docker\.io\/library\/nope:1: docker\.io\/library\/nope:1: not found\n$/,
  );
  expect(plain("# syntax=docker/dockerfile:1\nFROM small\n")).toContain(
    "#2 resolve image config for docker-image://docker.io/docker/dockerfile:1\n#2 ERROR: docker.io/docker/dockerfile:1: not found\n",
  );
});

test("warnings stand with the definition, and again at the end", () => {
  const text = plain("FROM small\nCMD echo hi\n");
  const warning =
    "JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 2)";
  expect(text).toContain(`#1 WARN: ${warning}\n#1 DONE`);
  expect(
    text.endsWith(`\n \u001B[33m1 warning found (use docker --debug to expand):\n\u001B[0m - ${warning}\n`),
  ).toBe(true);
});

test("a check reports and builds nothing", () => {
  const [result, request] = run("FROM small\nRUN exit 1\nCMD echo hi\n", { check: true });
  expect(result.vertices.some(({ step }) => step)).toBe(false);
  const { stdout, exitCode } = checkReport(result, request);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(
    /^Check complete, 1 warning has been found!\n\nWARNING: JSONArgsRecommended - https:.*\n.*\nDockerfile:3\n/,
  );
});
