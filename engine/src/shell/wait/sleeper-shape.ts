import { isNumber, isText, listOf, mapOf, objectOf, type Shape } from "../../core/shape.ts";
import type { Credentials } from "../../vfs/credentials.ts";
import type { Sleeper } from "./waiting.ts";

/** A process that was written down when it began to wait. */
export const isSleeper: Shape<Sleeper> = objectOf<Sleeper>({
  argv: listOf(isText),
  env: mapOf(isText, isText),
  cwd: isText,
  umask: isNumber,
  credentials: objectOf<Credentials>({ uid: isNumber, gid: isNumber, groups: listOf(isNumber) }),
  pid: isNumber,
  since: isNumber,
});
