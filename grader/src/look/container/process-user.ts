import { type BlackBox, type Credentials, type Image, isEngineError } from "@drydock/engine";
import { find } from "../files/files.ts";
import { programPath } from "./program.ts";
import { runContainer } from "./run-container.ts";
import { effectiveArgv, SHELL_OR_SCRIPT } from "./start.ts";

/** What may go on as somebody else, or be a script that starts one that does. */
const SWITCHES =
  /\b(?:gosu|su-exec|setpriv|su|sudo|runuser|chroot|chpst|s6-setuidgid|capsh)\b|\.sh\b|entrypoint/;

/** Characters of a script that are looked at. */
const MOST = 20_000;

/**
 * Whom root's first process goes on as, where it starts a program in its place that is another user's: `gosu app server`. Behind an init it is
 * the one that hears the signals. Undefined: it stays root.
 *
 * @throws {EngineError} NOT_SIMULATED, LIMIT where it is not known how far it gets
 */
export function goesOnAs(
  image: Image,
  blackBoxes: readonly BlackBox[] | undefined,
): { readonly credentials: Credentials; readonly argv: readonly string[] } | undefined {
  const argv = effectiveArgv(image);
  const path = programPath(image, argv[0] ?? "");
  const entry = path === undefined ? undefined : find(image.tree, path)[0]?.entry;
  const script = entry?.kind === "file" ? (entry.content.text ?? "") : "";
  const mayChange =
    SWITCHES.test(argv.join(" ")) || (script.startsWith("#!") && SWITCHES.test(script.slice(0, MOST)));
  if (!mayChange) return undefined;
  let last: { credentials: Credentials; argv: readonly string[] } | undefined;
  const onFirst = (started: readonly string[], _pid: number, credentials: Credentials): void =>
    void (last = { argv: started, credentials });
  try {
    runContainer(image, { blackBoxes, onFirst });
  } catch (error) {
    const untold = isEngineError(error, "NOT_SIMULATED") || isEngineError(error, "LIMIT");
    if (!untold || last === undefined) throw error;
    // A program that is none of the shells stays whoever it is.
    if (last.credentials.uid === 0 && SHELL_OR_SCRIPT.test((last.argv[0] ?? "").replace(/^.*\//, "")))
      throw error;
  }
  return last?.credentials.uid === 0 ? undefined : last;
}
