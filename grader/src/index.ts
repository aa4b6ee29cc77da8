/** The door of the grader: what a page needs to judge a submission. YAML is read behind `@drydock/grader/authoring`. */
export type { Cause, Check, Evidence, Finding, Topic } from "./check.ts";
export { checks } from "./checks/index.ts";
export { DRYDOCK_VERSION } from "./drydock-version.ts";
export { applyEdit, type Edit } from "./edit.ts";
export { grade, type World } from "./grade.ts";
export type { Lesson, Session, Submission } from "./lesson.ts";
export { digestOfFiles, lessonVersion } from "./lesson-version.ts";
export type { Outcome, Report, Status, Verdict } from "./report.ts";
export { reportFormats } from "./reports/index.ts";
export { ladderFor } from "./rubric/ladder.ts";
export { dockerfilePath } from "./rubric/dockerfile-path.ts";
export type { Criterion, ImageSettings, Question, Rubric, Test } from "./rubric/rubric.ts";
export { computed } from "./look/expression.ts";
export { spoiledReport } from "./spoiled-report.ts";
export { Refusal } from "./submission/limits.ts";
export { readBundle } from "./submission/read-bundle.ts";
export { tidy } from "./submission/tidy.ts";
