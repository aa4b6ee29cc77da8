import type { Image } from "@drydock/engine";

/** ENTRYPOINT with CMD behind it, as the daemon joins them. */
export const effectiveArgv = (image: Image): string[] => [
  ...(image.config.config.Entrypoint ?? []),
  ...(image.config.config.Cmd ?? []),
];

/** Does it begin with the image's shell, as the shell form leaves it? `["/bin/sh", "-c", …]` written out behaves the same and counts the same. */
export function isShellForm(image: Image, argv: readonly string[]): boolean {
  const shells = [
    image.config.config.Shell ?? ["/bin/sh", "-c"],
    ["/bin/sh", "-c"],
    ["sh", "-c"],
    ["/bin/bash", "-c"],
    ["bash", "-c"],
  ];
  return shells.some((shell) => shell.length < argv.length && shell.every((word, i) => word === argv[i]));
}

const base = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Name of the program that ends up as process 1: a shell stays, unless the script hands over with `exec`. */
export function firstProcess(image: Image, argv: readonly string[]): string {
  const [program = ""] = argv;
  if (!isShellForm(image, argv)) return base(program);
  const script = argv[(image.config.config.Shell ?? ["", ""]).length] ?? "";
  const handed = /^\s*exec\s+([^\s;&|<>]+)/.exec(script);
  return handed?.[1] === undefined ? base(program) : base(handed[1]);
}
