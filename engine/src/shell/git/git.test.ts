import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bases } from "../../../bases/index.ts";
import { harbour } from "../../../testing/git-repository.ts";
import { readOutcomes } from "../../../testing/real-life/outcome.ts";
import { Workstation } from "../../host/workstation.ts";

const url = "https://github.com/example/harbour.git";

function machine(dockerfile: string): Workstation {
  return new Workstation({ bases, seed: "git", blackBoxes: [harbour], files: { Dockerfile: dockerfile } });
}
const withGit = (more: string, base = "debian:bookworm-slim"): string =>
  `FROM ${base}\nRUN apt-get update -qq && apt-get install -qq -y --no-install-recommends git ${more}\nWORKDIR /w\n`;

/** Recorded with git 2.39.5 and a repository of the same history; ids of commits are real ones. */
describe("a clone of a declared repository answers as git does", () => {
  const [recorded] = readOutcomes(
    `# harbour\n${readFileSync(new URL("../../../testing/testdata/git/harbour.txt", import.meta.url), "utf8")}`,
  );
  const station = machine(withGit("ca-certificates"));
  station.run("docker build -q -t app . && docker run -d --name box app sleep infinity");
  test.each(recorded?.commands ?? [])("$line", ({ line, prints }) => {
    const { stdout, stderr, exitCode } = station.run(
      `docker exec box bash -c '${line.replaceAll("'", "'\\''")}'`,
    );
    const marked = (mark: string, text: string): string[] =>
      text === ""
        ? []
        : text
            .replace(/\n+$/, "")
            .split("\n")
            .map((one) => `${mark} ${one}`.trimEnd());
    expect(
      [...marked("|", stdout), ...marked("!", stderr), ...(exitCode === 0 ? [] : [`? ${exitCode}`])].join(
        "\n",
      ),
    ).toBe(prints);
  });
});

test("what stands in the way of a clone is told in git's words", () => {
  const said = (how: string, more = "", base?: string): string => {
    const { stderr } = machine(`${withGit(more, base)}RUN ${how}\n`).run("docker build --progress=plain .");
    return /(?:fatal|Drydock).*/.exec(stderr)?.[0] ?? stderr;
  };
  expect(said(`git clone ${url}`)).toBe(
    `fatal: unable to access '${url}/': server certificate verification failed. CAfile: none CRLfile: none`,
  );
  expect(said(`--network=none git clone ${url}`, "ca-certificates")).toBe(
    `fatal: unable to access '${url}/': Could not resolve host: github.com`,
  );
  expect(said("git clone https://github.com/example/other.git", "ca-certificates")).toMatch(
    /^Drydock does not simulate the network: github\.com/,
  );
  expect(said(`git clone ${url} /w && cd /w && git commit -m x`, "ca-certificates")).toMatch(
    /^Drydock does not simulate git commit -m x/,
  );
});

test("git works for the owner only, and not where .git was left behind", () => {
  const text = (end: string): string =>
    `${withGit("ca-certificates")}RUN git clone -q ${url} /src && useradd dev\n${end}`;
  const said = (end: string): string => machine(text(end)).run("docker build --progress=plain .").stderr;
  expect(said("USER dev\nRUN git -C /src status")).toContain(
    "fatal: detected dubious ownership in repository at '/src'",
  );
  expect(
    said("RUN git config --system --add safe.directory /src\nUSER dev\nRUN git -C /src log --oneline"),
  ).toMatch(/46c6815 Say more/);
  expect(said("RUN rm -rf /src/.git && git -C /src log")).toContain(
    "fatal: not a git repository (or any of the parent directories): .git",
  );
});
