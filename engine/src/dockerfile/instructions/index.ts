import { suggest } from "../suggest.ts";
import type { Instruction } from "../instruction.ts";
import type { Statement } from "../statement.ts";
import type { Failure, InstructionReader } from "./common.ts";
import { readAdd, readCopy } from "./copy.ts";
import { readFrom } from "./from.ts";
import { readHealthcheck } from "./healthcheck.ts";
import { readOnbuild } from "./onbuild.ts";
import { readArg, readEnv, readLabel } from "./pairs.ts";
import { readRun } from "./run.ts";
import { readCmd, readEntrypoint } from "./start.ts";
import { readMaintainer, readStopSignal, readUser, readWorkdir } from "./text.ts";
import { readExpose, readShell, readVolume } from "./words.ts";

const READERS: Readonly<Record<Instruction["kind"], InstructionReader>> = {
  ADD: readAdd,
  ARG: readArg,
  CMD: readCmd,
  COPY: readCopy,
  ENTRYPOINT: readEntrypoint,
  ENV: readEnv,
  EXPOSE: readExpose,
  FROM: readFrom,
  HEALTHCHECK: readHealthcheck,
  LABEL: readLabel,
  MAINTAINER: readMaintainer,
  ONBUILD: readOnbuild,
  RUN: readRun,
  SHELL: readShell,
  STOPSIGNAL: readStopSignal,
  USER: readUser,
  VOLUME: readVolume,
  WORKDIR: readWorkdir,
};

const byName: ReadonlyMap<string, InstructionReader> = new Map(Object.entries(READERS));

/** What a statement means, or why it means nothing. */
export function readInstruction(statement: Statement): Instruction | Failure {
  const { keyword } = statement;
  const reader = byName.get(keyword) ?? byName.get(keyword.toUpperCase());
  if (reader !== undefined) return reader(statement);
  return { error: suggest(`unknown instruction: ${keyword}`, keyword, [...byName.keys()].sort(), false) };
}
