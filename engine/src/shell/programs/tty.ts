import type { Program } from "../process.ts";

/** Nothing of a build, and no `docker run` without `-t`, has a terminal. */
export const tty: Program = {
  name: "tty",
  run(process) {
    if (!/^(-s|--silent|--quiet)$/.test(process.argv[1] ?? "")) process.stdout.write("not a tty\n");
    return 1;
  },
};
