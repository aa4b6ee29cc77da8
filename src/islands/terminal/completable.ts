import type { Session } from "../../session/session.ts";
import type { Completable } from "./complete.ts";

/** What the shell and the terminal know beside programs. */
const WORDS = ["alias", "cd", "clear", "exit", "export", "help", "history", "set", "source", "type", "unset"];

/** What the Tab key can offer on the session's machine at this moment. */
export const completableOf = (session: Session): Completable => {
  const { programs, verbs, images, containers } = session.standing();
  return {
    commands: [...WORDS, ...programs],
    verbs: verbs.map(({ name }) => name),
    flags: (verb) => {
      const command = verbs.find(({ name }) => name === verb);
      return command ? [...command.flags, "--help"] : [];
    },
    images,
    containers,
    files: Object.keys(session.$work.get().files),
  };
};
