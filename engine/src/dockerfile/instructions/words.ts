import { readFlags } from "../flags.ts";
import { trim } from "../space.ts";
import { atLeastOne, common } from "./common.ts";
import type { InstructionReader } from "./common.ts";

export const readExpose: InstructionReader = (statement) => {
  if (statement.args.length === 0) return atLeastOne("EXPOSE");
  const flags = readFlags(statement.flags);
  return "error" in flags
    ? flags
    : { ...common(statement), kind: "EXPOSE", words: statement.args.toSorted(byCode) };
};

export const readVolume: InstructionReader = (statement) => {
  if (statement.args.length === 0) return atLeastOne("VOLUME");
  const flags = readFlags(statement.flags);
  if ("error" in flags) return flags;
  const words = statement.args.map(trim);
  if (words.includes("")) return { error: "VOLUME specified can not be an empty string" };
  return { ...common(statement), kind: "VOLUME", words };
};

export const readShell: InstructionReader = (statement) => {
  const flags = readFlags(statement.flags);
  if ("error" in flags) return flags;
  if (statement.args.length === 0) return atLeastOne("SHELL");
  if (!statement.json) return { error: "SHELL requires the arguments to be in JSON form" };
  return { ...common(statement), kind: "SHELL", words: statement.args };
};

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
