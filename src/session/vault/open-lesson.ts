import { type Lesson, type Report, spoiledReport } from "@drydock/grader";
import { browserVault } from "./browser-vault.ts";
import { stoppedBy } from "../engine/engine-stopped.ts";
import { memoryVault } from "./memory-vault.ts";
import { remoteMachine } from "../engine/remote-machine.ts";
import { openSession } from "../open-session.ts";
import type { Session } from "../session.ts";
import { startEngine } from "../engine/start-engine.ts";
import type { Vault } from "./vault.ts";

/** Storage that is forbidden: every save says so, and what was set aside lives as long as the page. */
const withoutStorage = (error: unknown): Vault => ({
  ...memoryVault(),
  save: () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
});

/** The engine died of the work. */
const ungraded = (lesson: Lesson, error: unknown): Report =>
  spoiledReport(
    lesson,
    lesson.id,
    "error",
    `Drydock's engine stopped at it: ${stoppedBy(error).message}; this is no score`,
  );

/** Opens the lesson whose data lies at `source`, with this browser's storage behind it. */
export const openLesson = async (source: string, judgesSession: boolean): Promise<Session> => {
  let opened: Session | undefined;
  const engine = startEngine((part) => opened?.brought(part));
  const [response, vault] = await Promise.all([fetch(source), browserVault().catch(withoutStorage)]);
  if (!response.ok)
    throw new Error(`the lesson's files did not load: ${response.status} ${response.statusText}`);
  const lesson = (await response.json()) as Lesson;
  const channel =
    typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(`drydock:${lesson.id}`);
  engine.open(lesson).catch(() => undefined);
  const session = await openSession({
    lesson,
    judgesSession,
    vault,
    machine: (files) => remoteMachine(engine, files),
    interrupt: () => engine.interrupt(),
    grade: (work, question) =>
      engine.grade(work, question).catch((error: unknown) => ungraded(lesson, error)),
    warnings: (files) => engine.warnings(files).catch(() => []),
    advice: (files) => engine.advice(files).catch(() => []),
    tell: (revision) => channel?.postMessage(revision),
  });
  opened = session;
  channel?.addEventListener("message", ({ data }) => {
    if (typeof data === "number") session.heard(data);
  });
  return session;
};
