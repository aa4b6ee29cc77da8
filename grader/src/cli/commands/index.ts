import type { Command } from "../words/command.ts";
import { batch } from "./batch.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { explain } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { feedback } from "./feedback.ts";
import { grade } from "./grade.ts";
import { regrade } from "./regrade.ts";
import { schema } from "./schema.ts";
import { stats } from "./stats.ts";

/** The command that needs no name. */
export const gradeCommand: Command = grade;

/** Every command, as help lists them; the first is the one without a name. A test compares the list with the folder. */
export const commands: readonly Command[] = [
  grade,
  batch,
  check,
  explain,
  regrade,
  compare,
  stats,
  feedback,
  exportCommand,
  schema,
  completion,
];
