import { bases } from "@drydock/engine/bases/index.ts";
import type { Lesson } from "@drydock/grader";
import { expect, it } from "vitest";
import { lessonAdvice } from "./lesson-advice.ts";

it("gives advice, but not on what the exercise asks nor on what the lesson accepts", () => {
  const start = {
    Dockerfile: "FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir -r a.txt\n",
  };
  const lesson = { rubric: { accepts: ["RootAtEnd"] }, start } as unknown as Lesson;
  const advice = lessonAdvice(bases, lesson);
  const rules = (text: string): string[] => advice({ Dockerfile: text }).map(({ rule }) => rule);
  expect(rules(start.Dockerfile)).toEqual([]);
  expect(rules(`${start.Dockerfile}RUN sudo pip install flask==3.1.3\nCMD ["python"]\n`)).toEqual([
    "KeptPipCache",
    "NeedlessSudo",
  ]);
});
