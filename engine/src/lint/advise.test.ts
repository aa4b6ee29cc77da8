import { expect, it } from "vitest";
import { parseDockerfile } from "../dockerfile/parse.ts";
import { advise } from "./advise.ts";
import { adviseOn } from "./advise-on.ts";
import { readSteps } from "./reading/reading.ts";
import type { Surroundings } from "./surroundings.ts";

/** `Rule: the text that is underlined`, in order. */
function said(text: string, surroundings: Surroundings = {}): string[] {
  const lines = text.split("\n");
  return advise(parseDockerfile(text), surroundings).map(({ rule, range: { start, end } }) => {
    const under = lines.slice(start.line - 1, end.line);
    const last = under.length - 1;
    under[last] = (under[last] ?? "").slice(0, end.column - 1);
    under[0] = (under[0] ?? "").slice(start.column - 1);
    return `${rule}: ${under.join("⏎")}`;
  });
}

it("underlines the command, not the RUN, through continuations, comments and heredocs", () => {
  const text = String.raw`FROM debian:trixie-slim
  RUN --network=default apt-get update && \
    # the tools
    apt-get install \
      -y curl && rm -rf /var/lib/apt/lists/*
RUN <<-EOF
		if true; then
			sudo make
		fi
	EOF
RUN bash -c 'sudo ls' && echo "$(sudo id)"
RUN apt-get -y install x <<A
sudo is no command here
A`;
  expect(said(text)).toEqual([
    String.raw`RecommendedPackages: apt-get install \⏎      -y curl`,
    "NeedlessSudo: sudo make",
    "NeedlessSudo: bash -c 'sudo ls'",
    "StalePackageLists: apt-get -y install x <<A",
    "RecommendedPackages: apt-get -y install x <<A",
  ]);
});

it.each([
  "env A=1 apt-get install curl",
  "exec nice -n 5 apt-get install curl",
  "if ! command -v curl; then apt-get install curl; fi",
  "for p in curl; do (cd /; timeout 60 apt-get install curl); done",
  'sh -ec "true; /usr/bin/apt-get install curl"',
  "eval apt-get install curl",
  "f() { apt-get install curl; }; f",
  "true | xargs apt-get -o A=b install curl",
  "x=`apt-get install curl`",
])("finds the install in %j", (script) => {
  const rules = said(`FROM debian:trixie-slim\nRUN ${script}`).map((line) => line.split(":")[0]);
  expect(rules).toContain("StalePackageLists");
});

it.each([
  "echo apt-get install curl",
  "grep 'apt-get install' x",
  "cat <<E\napt-get install curl\nE",
  "# apt-get install curl",
])("finds none in %j", (script) => {
  expect(said(`FROM debian:trixie-slim\nRUN <<EOF\n${script}\nEOF`)).toEqual([]);
});

it("reads no script that is not a shell's", () => {
  expect(said('FROM debian:trixie-slim\nSHELL ["pwsh", "-c"]\nRUN sudo ls')).toEqual([]);
  expect(said("FROM python:3.13-slim\nRUN <<EOF\n#!/usr/bin/env python3\nsudo ls\nEOF")).toEqual([]);
});

it("says nothing while the file cannot be read", () => {
  expect(said("FROM debian\nRUNN sudo ls")).toEqual([]);
  expect(said("")).toEqual([]);
});

it("takes user, folder and ports of a base that is known", () => {
  const text = 'FROM nginx:1.29\nCOPY site.conf .\nEXPOSE 80\nCMD ["nginx"]';
  const names = (config?: object): (string | undefined)[] =>
    said(text, config ? { config: () => config } : {}).map((line) => line.split(":")[0]);
  expect(names()).toEqual(["RelativeTarget", "RootAtEnd"]);
  expect(names({ User: "nginx", WorkingDir: "/srv", ExposedPorts: { "80/tcp": {} } })).toEqual([
    "NeedlessExpose",
  ]);
});

it("finds Dockerfile, context and ignore file among files", () => {
  const files = {
    "app/Dockerfile": "FROM alpine:3.24\nCOPY . /app",
    "app/.env": { text: "A=1" },
    "app/bin/": "",
    "docker/api": "FROM alpine:3.24\nCOPY . /app",
    "docker/api.dockerignore": ".env",
  };
  const rules = (dockerfile: string, folder: string): string[] =>
    adviseOn(files, { dockerfile, folder }).map(({ rule }) => rule);
  expect(rules("app/Dockerfile", "app/")).toEqual(["UnfilteredContext", "CopiedSecret"]);
  expect(rules("docker/api", "app/")).toEqual([]);
  expect(rules("Dockerfile", "")).toEqual([]);
});

it("ends on hostile files", () => {
  const chain = Array.from(
    { length: 3000 },
    (_, i) =>
      `FROM ${i === 0 ? "alpine:3.24" : `s${i - 1}`} AS s${i}\nRUN rm /x${i} && chown -R a /y && npm i`,
  );
  const nested = `FROM alpine:3.24\nRUN ${'sh -c "$('.repeat(2000)}`;
  const wide = `FROM alpine:3.24\nRUN ${"sudo a | ".repeat(20_000)}b`;
  for (const text of [chain.join("\n"), nested, wide])
    expect(Array.isArray(advise(parseDockerfile(text)))).toBe(true);
});

it("keeps what is known of a stage for those that are built from it", () => {
  const { stages } = readSteps(
    parseDockerfile("ARG B=alpine:3.24\nFROM $B AS a\nUSER u\nFROM scratch AS b\nRUN x\nFROM A"),
    {},
  );
  expect(stages.map(({ base, ships }) => [base, ships])).toEqual([
    ["alpine:3.24", true],
    ["scratch", false],
    ["", true],
  ]);
});
