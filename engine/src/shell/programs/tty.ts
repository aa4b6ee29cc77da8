import type { Program } from "../process.ts";

/** The device that standard input is; nothing of a build, and no `docker run` without `-t`, has one. */
export const tty: Program = {
  name: "tty",
  run(process) {
    const { terminal } = process.stdin;
    if (!/^(-s|--silent|--quiet)$/.test(process.argv[1] ?? ""))
      process.stdout.write(`${terminal ?? "not a tty"}\n`);
    return terminal === undefined ? 1 : 0;
  },
};
