import { basesOnDemand } from "@drydock/engine/bases/load.ts";
import { type Lesson, spoiledReport } from "@drydock/grader";
import { fetchPart } from "./fetch-part.ts";
import { browserVault } from "./browser-vault.ts";
import { buildWarnings } from "./build-warnings.ts";
import { gradeWork } from "./grade-work.ts";
import { lessonAdvice } from "./lesson-advice.ts";
import { memoryVault } from "./memory-vault.ts";
import { openSession, type Session } from "./session.ts";
import type { Vault } from "./vault.ts";
import { type LoadPart, withParts } from "./with-parts.ts";
import { workstationMachine } from "./workstation-machine.ts";

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Storage that is forbidden: every save says so, and what was set aside lives as long as the page. */
const withoutStorage = (error: unknown): Vault => ({
  ...memoryVault(),
  save: () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
});

/** Opens the lesson whose data lies at `source`, with this browser's storage behind it. */
export const openLesson = async (source: string): Promise<Session> => {
  const bases = basesOnDemand();
  let opened: Session | undefined;
  const load: LoadPart = async (part) => {
    await fetchPart(bases, part);
    opened?.brought(part);
  };
  const [response, vault] = await Promise.all([fetch(source), browserVault().catch(withoutStorage)]);
  if (!response.ok)
    throw new Error(`the lesson's files did not load: ${response.status} ${response.statusText}`);
  const lesson = (await response.json()) as Lesson;
  const channel =
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(`drydock:${lesson.id}`);
  const advice = lessonAdvice(bases, lesson);
  const session = await openSession({
    lesson,
    vault,
    machine: (files) => workstationMachine(bases, lesson.id, files, load, lesson.blackBoxes),
    grade: (graded, work) =>
      withParts(load, () => gradeWork(graded, work, bases)).catch((error: unknown) =>
        spoiledReport(graded, graded.id, "error", `${wordsOf(error)}; this is no score`),
      ),
    warnings: (files) => withParts(load, () => buildWarnings(bases, lesson.id, files)).catch(() => []),
    advice: (files) => withParts(load, () => advice(files)).catch(() => []),
    tell: (revision) => channel?.postMessage(revision),
  });
  opened = session;
  channel?.addEventListener("message", ({ data }) => {
    if (typeof data === "number") session.heard(data);
  });
  return session;
};
