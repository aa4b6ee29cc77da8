import type { PythonProcess } from "../process/python-process.ts";
import { Question } from "./host-call.ts";
import { hostCalls } from "./index.ts";

const byName = new Map(hostCalls.map((one) => [one.name, one]));

/** Answers a host call. @throws whatever ends the program */
export function answerCall(caller: PythonProcess, name: string, json: string): string {
  const call = byName.get(name);
  if (!call) throw new Error(`no host call ${name}`);
  const { kernel } = caller.process;
  kernel.spend(1 + (json.length >> 8));
  const given = call.answer(caller, new Question(json)) ?? null;
  const answer = call.plain && typeof given === "string" ? given : JSON.stringify(given);
  kernel.spend(answer.length >> 8);
  return answer;
}
