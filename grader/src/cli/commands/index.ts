import type { Command } from "../command.ts";
import { batch } from "./batch.ts";
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { grade } from "./grade.ts";
import { schema } from "./schema.ts";

/** The command that needs no name. */
export const gradeCommand: Command = grade;

/** Every command, as help lists them. A test compares the list with the folder. */
export const commands: readonly Command[] = [grade, batch, check, explain, schema];
