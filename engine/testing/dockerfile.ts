import { expandWord as expand, expandWords } from "../src/dockerfile/expand.ts";
import type { Dockerfile } from "../src/dockerfile/dockerfile.ts";
import type { Flag, Heredoc, Instruction } from "../src/dockerfile/instruction.ts";
import { parseMount } from "../src/dockerfile/mount.ts";
import { describe, parseDockerfile } from "../src/dockerfile/parse.ts";
import { makePlan } from "../src/build/plan/make-plan.ts";
import type { Plan, PlanError, PlannedStage } from "../src/build/plan/plan.ts";
import { isGitSource, isUrlSource } from "../src/build/plan/remote-source.ts";
import { parseIgnore } from "../src/context/ignore.ts";
import type { ContainerConfig, ImageConfig } from "../src/oci/image-config.ts";
import type { Range } from "../src/core/position.ts";

/**
 * Shows the front end in the form in which BuildKit's own answers were recorded, so that both can be compared.
 * Whatever image a file asks for, a stand-in answers; see `standInConfig`.
 */
interface Case {
  readonly dockerfile: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly target: string;
  readonly dockerignore: string;
  readonly platform?: string;
  readonly check?: string;
}

type Plain = Record<string, unknown>;

export default function analyse(input: Case): Plain {
  const dockerfile = parseDockerfile(input.dockerfile);
  const [problem] = dockerfile.problems;
  if (problem !== undefined) {
    return {
      error: {
        message: problem.message,
        ranges: [lines(problem.told ?? problem.range)],
        phase: problem.phase,
      },
    };
  }
  return { ...syntax(dockerfile), ...planned(dockerfile, input) };
}

function planned(dockerfile: Dockerfile, input: Case): Plain {
  const { buildArgs, target, platform, check, dockerignore } = input;
  const options = {
    target,
    platform,
    args: check === undefined ? buildArgs : { ...buildArgs, BUILDKIT_DOCKERFILE_CHECK: check },
    ignore: dockerignore === "" ? undefined : parseIgnore(dockerignore),
  };
  const built = makePlan(dockerfile, options, standInConfig);
  const checked = makePlan(dockerfile, { ...options, check: true }, standInConfig);
  const lint = checked.warnings.map(({ rule, message, range }) => ({
    rule,
    detail: message,
    ranges: [lines(range)],
  }));
  if ("error" in built && built.error.message.startsWith("failed to marshal"))
    return { marshalError: built.error.message, lint };
  if ("error" in built) return { configError: error(built.error), lint };
  const lintError =
    "error" in checked && !checked.error.message.startsWith("lint violation") ? error(checked.error) : null;
  return { ...result(built.plan), lint, lintError };
}

const error = ({ message, ranges }: PlanError): Plain => ({ message, ranges: mergeLines(ranges.map(lines)) });

/** Ranges that touch count as one. */
function mergeLines(ranges: readonly number[][]): number[][] {
  const merged: number[][] = [];
  for (const [first = 0, last = 0] of ranges) {
    const before = merged.at(-1);
    if (before !== undefined && first <= (before[1] ?? 0) + 1) before[1] = Math.max(before[1] ?? 0, last);
    else merged.push([first, last]);
  }
  return merged;
}

function result(plan: Plan): Plain {
  const byIndex = new Map(plan.stages.map((stage) => [stage.index, stage]));
  const line: PlannedStage[] = [];
  for (let stage = byIndex.get(plan.target); stage !== undefined;) {
    line.unshift(stage);
    stage = stage.start.kind === "stage" ? byIndex.get(stage.start.index) : undefined;
  }
  const target = line.at(-1);
  const history = line
    .flatMap((stage) => stage.history)
    .map(({ created_by, empty_layer }) => ({ created_by, empty_layer }));
  return { config: target?.config, author: target?.author, history, steps: vertexNames(plan) };
}

/** ADD fetches a URL in a vertex of its own, and `--link` joins in one; neither is a step. */
function vertexNames(plan: Plan): string[] {
  const names = [...plan.vertices];
  for (const step of plan.stages.flatMap(({ steps }) => steps)) {
    if (step.kind !== "copy" || !plan.vertices.includes(step.name)) continue;
    for (const source of step.sources) if (isGitSource(source) || isUrlSource(source)) names.push(step.name);
    if (step.instruction.link && step.chmod === undefined) names.push(step.name.replace("] ", "] LINK "));
  }
  return names;
}

const PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Every image exists, but for a few names that are there to be missing. */
export function standInConfig(reference: string, platform: string): ImageConfig | { readonly error: string } {
  const name = reference.replace(/^docker\.io\/(?:library\/)?/, "").replace(/[:@].*$/, "");
  if (/missing|^(?:alpin|ubunut|buider|debain)$/.test(name)) return { error: `${reference}: not found` };
  const config = STAND_INS[name] ?? { Env: [PATH], Cmd: ["/bin/sh"] };
  const [os = "", architecture = "", variant = ""] =
    name === "drydock/arm64only" ? ["linux", "arm64"] : platform.split("/");
  return { architecture, os, variant, config, rootfs: { type: "layers", diff_ids: [] }, history: [] };
}

const STAND_INS: Readonly<Record<string, ContainerConfig>> = {
  "drydock/full": {
    Env: [PATH, "APP_HOME=/srv", "LANG=C.UTF-8"],
    Entrypoint: ["/entry.sh"],
    Cmd: ["serve"],
    WorkingDir: "/srv",
    User: "app",
    ExposedPorts: { "8080/tcp": {} },
    Volumes: { "/data": {} },
    Labels: { base: "full" },
    StopSignal: "SIGQUIT",
    Healthcheck: { Test: ["CMD", "true"], Interval: 30_000_000_000 },
  },
  "drydock/shell": { Env: [PATH], Cmd: ["/bin/sh"], Shell: ["/bin/bash", "-c"] },
  "drydock/nopath": { Env: ["A=1"], Cmd: ["/bin/sh"] },
  "drydock/onbuild": { Env: [PATH], Cmd: ["/bin/sh"], OnBuild: ["COPY . /app", "RUN make"] },
};

function syntax(dockerfile: Dockerfile): Plain {
  return {
    escape: dockerfile.escape,
    directives: Object.fromEntries(
      dockerfile.directives.map(({ name, value, line }) => [name, { value, line }]),
    ),
    args: dockerfile.args.map(command),
    stages: dockerfile.stages.map(({ from, instructions, comment }) => ({
      name: from.name,
      baseName: from.image,
      platform: from.platform,
      comment,
      lines: lines(from.range),
      original: from.original,
      commands: instructions.map(command),
    })),
  };
}

const lines = (range: Range): number[] => [range.start.line, range.end.line];

function command(instruction: Instruction): Plain {
  const { kind, range, original } = instruction;
  return {
    kind: kind.toLowerCase(),
    lines: lines(range),
    original,
    flags: instruction.flags.map(flag),
    heredocs: instruction.heredocs.map(heredoc),
    ...details(instruction),
  };
}

const flag = ({ name, value }: Flag): string => (value === undefined ? `--${name}` : `--${name}=${value}`);

const heredoc = ({ name, content, chomp, expand, fileDescriptor }: Heredoc): Plain => ({
  name,
  content,
  chomp,
  expand,
  fd: fileDescriptor || undefined,
});

function details(instruction: Instruction): Plain {
  switch (instruction.kind) {
    case "RUN":
      return { ...run(instruction), form: instruction.form, args: instruction.args };
    case "CMD":
    case "ENTRYPOINT":
      return { form: instruction.form, args: instruction.args };
    case "ENV":
    case "LABEL":
      return { pairs: instruction.pairs };
    case "ARG":
      return {
        pairs: instruction.pairs.map(({ key, value }) => ({
          key,
          value: value ?? null,
          comment: describe(instruction.comments, key),
        })),
      };
    case "COPY":
    case "ADD": {
      const { sources, contents, from, chown, chmod, link, exclude, keepGitDir, checksum, unpack } =
        instruction;
      return {
        sources,
        contents,
        dest: instruction.destination,
        from,
        chown,
        chmod,
        link,
        exclude,
        keepGitDir,
        checksum,
        unpack,
      };
    }
    case "WORKDIR":
      return { path: instruction.value };
    case "USER":
      return { user: instruction.value };
    case "STOPSIGNAL":
      return { signal: instruction.value };
    case "MAINTAINER":
      return { maintainer: instruction.value };
    case "EXPOSE":
      return { ports: instruction.words };
    case "VOLUME":
      return { volumes: instruction.words };
    case "SHELL":
      return { shell: instruction.words };
    case "ONBUILD":
      return { expression: instruction.expression };
    case "HEALTHCHECK": {
      const { test, interval, timeout, startPeriod, startInterval, retries } = instruction;
      return { test, interval, timeout, startPeriod, startInterval, retries };
    }
    case "FROM":
      return {};
  }
}

function run(instruction: Instruction & { kind: "RUN" }): Plain {
  const flagsUsed = [...new Set(instruction.flags.map(({ name }) => name))].toSorted();
  const devices = instruction.devices.map(({ name, required }) => ({ Name: name, Required: required }));
  const mounts = instruction.mounts.map((text) => parseMount(text, (value) => value));
  const mountError = mounts.find((mount) => "error" in mount);
  return {
    flagsUsed,
    devices,
    network: instruction.network,
    ...(mountError === undefined
      ? { mounts }
      : { mountError: "error" in mountError ? mountError.error : "" }),
  };
}

interface Word {
  readonly word: string;
  readonly env: readonly string[];
  readonly escape: string;
}

export function expandWord({ word, env, escape }: Word): Plain {
  const variables = new Map(
    env.map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  const one = expand(word, variables, escape);
  if ("error" in one) return { error: one.error };
  const many = expandWords(word, variables, escape);
  return { word: one.value, words: "error" in many ? [] : many.words, unmatched: [...one.unmatched] };
}
