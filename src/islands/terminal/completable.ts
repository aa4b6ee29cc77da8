import { commandWords } from "@drydock/engine";
import type { Session } from "../../session/session.ts";
import type { Completable } from "./complete.ts";

/** What the shell and the terminal know beside programs. */
const WORDS = ["alias", "cd", "clear", "exit", "export", "help", "history", "set", "source", "type", "unset"];

const flags: ReadonlyMap<string, readonly string[]> = new Map(
  commandWords.map((command) => [command.name, [...command.flags, "--help"]]),
);

/** What the Tab key can offer on the session's machine at this moment. */
export const completableOf = (session: Session): Completable => ({
  commands: [...WORDS, ...session.machine().programs()],
  verbs: [...flags.keys()],
  flags: (verb) => flags.get(verb) ?? [],
  images: session.machine().images(),
  containers: session.machine().containers(),
  files: Object.keys(session.$work.get().files),
});
