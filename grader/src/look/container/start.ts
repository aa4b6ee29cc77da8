import { type BlackBox, type Image, isEngineError } from "@drydock/engine";
import { runContainer } from "./run-container.ts";

/** ENTRYPOINT with CMD behind it, as the daemon joins them. */
export const effectiveArgv = (image: Image): string[] => [
  ...(image.config.config.Entrypoint ?? []),
  ...(image.config.config.Cmd ?? []),
];

/** The shell that it begins with, if any: the image's own, or one of the usual ones. */
function shellOf(image: Image, argv: readonly string[]): readonly string[] | undefined {
  const shells = [
    image.config.config.Shell ?? ["/bin/sh", "-c"],
    ["/bin/sh", "-c"],
    ["sh", "-c"],
    ["/bin/bash", "-c"],
    ["bash", "-c"],
  ];
  return shells.find((shell) => shell.length < argv.length && shell.every((word, i) => word === argv[i]));
}

/** Does it begin with the image's shell, as the shell form leaves it? `["/bin/sh", "-c", …]` written out behaves the same and counts the same. */
export const isShellForm = (image: Image, argv: readonly string[]): boolean =>
  shellOf(image, argv) !== undefined;

const base = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/**
 * Name of the program that process 1 of a container ends up as, or why there is none: a shell may stay, or be replaced by what it starts.
 *
 * @throws {EngineError} NOT_SIMULATED, LIMIT where a shell or script is still process 1 at what Drydock cannot tell
 */
export function firstProcess(
  image: Image,
  blackBoxes: readonly BlackBox[] | undefined,
): { readonly name: string } | { readonly startError: string } {
  let name = "";
  try {
    const ran = runContainer(image, {
      blackBoxes,
      onFirst: ([program = ""], pid) => {
        if (pid === 1) name = base(program);
      },
    });
    return ran.life ? { name } : ran;
  } catch (error) {
    // A program that is none of the shells stays what it is, whatever it does next.
    const untold = isEngineError(error, "NOT_SIMULATED") || isEngineError(error, "LIMIT");
    if (!untold || name === "" || SHELL_OR_SCRIPT.test(name)) throw error;
    return { name };
  }
}

/** Names of what may start another program in its own place. */
export const SHELL_OR_SCRIPT: RegExp = /^(?:a|ba|da|k|z)?sh$|\.sh$|entrypoint/;
