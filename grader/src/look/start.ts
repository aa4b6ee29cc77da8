import type { Image } from "@drydock/engine";

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

/** Name of the program that ends up as process 1: a shell stays, unless the script hands over with `exec`. */
export function firstProcess(image: Image, argv: readonly string[]): string {
  const [program = ""] = argv;
  const shell = shellOf(image, argv);
  const script = (shell && argv[shell.length]) ?? "";
  const handed = /^\s*exec\s+([^\s;&|<>]+)/.exec(script);
  return base(handed?.[1] ?? program);
}
