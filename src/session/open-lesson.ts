import type { Lesson } from "@drydock/grader";
import { browserVault } from "./browser-vault.ts";
import { buildWarnings } from "./build-warnings.ts";
import { gradeWork } from "./grade-work.ts";
import { lessonAdvice } from "./lesson-advice.ts";
import { memoryVault } from "./memory-vault.ts";
import { openSession, type Session } from "./session.ts";
import type { Vault } from "./vault.ts";
import { workstationMachine } from "./workstation-machine.ts";

/** Storage that is forbidden: every save says so, and what was set aside lives as long as the page. */
const withoutStorage = (error: unknown): Vault => ({
  ...memoryVault(),
  save: () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
});

/** Opens the lesson whose data lies at `source`, with this browser's storage behind it. */
export const openLesson = async (source: string): Promise<Session> => {
  const [response, { bases }, vault] = await Promise.all([
    fetch(source),
    import("@drydock/engine/bases/index.ts"),
    browserVault().catch(withoutStorage),
  ]);
  if (!response.ok)
    throw new Error(`the lesson's files did not load: ${response.status} ${response.statusText}`);
  const lesson = (await response.json()) as Lesson;
  const channel =
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(`drydock:${lesson.id}`);
  const session = await openSession({
    lesson,
    vault,
    machine: (files) => workstationMachine(bases, lesson.id, files),
    grade: (graded, work) => gradeWork(graded, work, bases),
    warnings: (files) => buildWarnings(bases, lesson.id, files),
    advice: lessonAdvice(bases, lesson),
    tell: (revision) => channel?.postMessage(revision),
  });
  channel?.addEventListener("message", ({ data }) => {
    if (typeof data === "number") session.heard(data);
  });
  return session;
};
