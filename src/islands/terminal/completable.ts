import type { Session } from "../../session/session.ts";
import type { Completable } from "./complete.ts";

const commands = [
  "cat",
  "cd",
  "chmod",
  "clear",
  "cp",
  "docker",
  "echo",
  "grep",
  "head",
  "ls",
  "mkdir",
  "mv",
  "pwd",
  "rm",
  "sed",
  "tail",
  "touch",
  "wc",
];
const verbs = [
  "build",
  "history",
  "images",
  "image inspect",
  "image ls",
  "inspect",
  "logs",
  "ps",
  "pull",
  "push",
  "rm",
  "rmi",
  "run",
  "stop",
  "tag",
  "version",
];

/** What the Tab key can offer on the session's machine at this moment. */
export const completableOf = (session: Session): Completable => ({
  commands,
  verbs,
  images: session.machine().images(),
  containers: session.machine().containers(),
  files: Object.keys(session.$work.get().files),
});
