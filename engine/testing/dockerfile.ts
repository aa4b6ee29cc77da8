import { expandWord as expand, expandWords } from "../src/dockerfile/expand.ts";
import type { Dockerfile } from "../src/dockerfile/dockerfile.ts";
import type { Flag, Heredoc, Instruction } from "../src/dockerfile/instruction.ts";
import { parseMount } from "../src/dockerfile/mount.ts";
import { describe, parseDockerfile } from "../src/dockerfile/parse.ts";
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
    return { error: { message: problem.message, ranges: [lines(problem.range)], phase: problem.phase } };
  }
  return syntax(dockerfile);
}

function syntax(dockerfile: Dockerfile): Plain {
  return {
    escape: dockerfile.escape,
    directives: Object.fromEntries(dockerfile.directives.map(({ name, value, line }) => [name, { value, line }])),
    args: dockerfile.args.map(command),
    stages: dockerfile.stages.map(({ from, instructions, comment }) => ({
      name: from.name, baseName: from.image, platform: from.platform, comment,
      lines: lines(from.range), original: from.original, commands: instructions.map(command),
    })),
  };
}

const lines = (range: Range): number[] => [range.start.line, range.end.line];

function command(instruction: Instruction): Plain {
  const { kind, range, original } = instruction;
  return {
    kind: kind.toLowerCase(), lines: lines(range), original,
    flags: instruction.flags.map(flag), heredocs: instruction.heredocs.map(heredoc), ...details(instruction),
  };
}

const flag = ({ name, value }: Flag): string => (value === undefined ? `--${name}` : `--${name}=${value}`);

const heredoc = ({ name, content, chomp, expand, fileDescriptor }: Heredoc): Plain =>
  ({ name, content, chomp, expand, fd: fileDescriptor || undefined });

function details(instruction: Instruction): Plain {
  switch (instruction.kind) {
    case "RUN":
      return { ...run(instruction), form: instruction.form, args: instruction.args };
    case "CMD": case "ENTRYPOINT":
      return { form: instruction.form, args: instruction.args };
    case "ENV": case "LABEL":
      return { pairs: instruction.pairs };
    case "ARG":
      return { pairs: instruction.pairs.map(({ key, value }) => ({ key, value: value ?? null, comment: describe(instruction.comments, key) })) };
    case "COPY": case "ADD": {
      const { sources, contents, from, chown, chmod, link, exclude, keepGitDir, checksum, unpack } = instruction;
      return { sources, contents, dest: instruction.destination, from, chown, chmod, link, exclude, keepGitDir, checksum, unpack };
    }
    case "WORKDIR": return { path: instruction.value };
    case "USER": return { user: instruction.value };
    case "STOPSIGNAL": return { signal: instruction.value };
    case "MAINTAINER": return { maintainer: instruction.value };
    case "EXPOSE": return { ports: instruction.words };
    case "VOLUME": return { volumes: instruction.words };
    case "SHELL": return { shell: instruction.words };
    case "ONBUILD": return { expression: instruction.expression };
    case "HEALTHCHECK": {
      const { test, interval, timeout, startPeriod, startInterval, retries } = instruction;
      return { test, interval, timeout, startPeriod, startInterval, retries };
    }
    case "FROM": return {};
  }
}

function run(instruction: Instruction & { kind: "RUN" }): Plain {
  const flagsUsed = [...new Set(instruction.flags.map(({ name }) => name))].toSorted();
  const devices = instruction.devices.map((name) => ({ Name: name, Required: false }));
  const mounts = instruction.mounts.map((text) => parseMount(text, (value) => value));
  const mountError = mounts.find((mount) => "error" in mount);
  return {
    flagsUsed, devices, network: instruction.network,
    ...(mountError === undefined ? { mounts } : { mountError: "error" in mountError ? mountError.error : "" }),
  };
}

interface Word {
  readonly word: string;
  readonly env: readonly string[];
  readonly escape: string;
}

export function expandWord({ word, env, escape }: Word): Plain {
  const variables = new Map(env.map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
  const one = expand(word, variables, escape);
  if ("error" in one) return { error: one.error };
  const many = expandWords(word, variables, escape);
  return { word: one.value, words: "error" in many ? [] : many.words, unmatched: [...one.unmatched] };
}
