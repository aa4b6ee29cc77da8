import { strerror } from "../../vfs/errno.ts";
import { complain, missingOperand } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { readDuration } from "./sleep.ts";

/** A program that takes longer, in simulated time, than it may, counts as stopped: its status is 124. */
export const timeout: Program = tool(
  "timeout",
  {
    flags: "pv",
    values: "sk",
    long: { "preserve-status": "p", signal: "s", "kill-after": "k", foreground: "v" },
    stopEarly: true,
    refusal: 125,
  },
  (process, options, flavour) => {
    const [limit, ...argv] = options.operands;
    if (limit === undefined || argv.length === 0) {
      if (flavour === "busybox") missingOperand(process, flavour);
      // GNU's says nothing of what is missing.
      process.stderr.write(`Try '${process.argv[0]} --help' for more information.\n`);
      return 125;
    }
    const seconds = readDuration(limit);
    if (seconds === undefined) {
      complain(
        process,
        flavour,
        flavour === "gnu"
          ? `invalid time interval ‘${limit}’\nTry '${process.argv[0]} --help' for more information.`
          : `invalid number '${limit}'`,
      );
      return flavour === "gnu" ? 125 : 1;
    }
    const before = process.kernel.now();
    const status = process.start(argv);
    if (typeof status !== "number") {
      const errno = status.errno === "ENOEXEC" ? "EACCES" : status.errno;
      complain(
        process,
        flavour,
        flavour === "gnu"
          ? `failed to run command ‘${argv[0]}’: ${strerror[errno]}`
          : `can't execute '${argv[0]}': ${strerror[errno]}`,
      );
      return errno === "ENOENT" ? 127 : 126;
    }
    if (seconds > 0 && process.kernel.now() - before > seconds * 1000) {
      // GNU's ends itself by a signal that cannot be caught.
      if (/^(?:SIG)?(?:KILL|9)$/.test(options.value("s") ?? "")) {
        if (flavour === "gnu") process.kernel.endBy("KILL");
        return 137;
      }
      return options.has("p") ? 143 : flavour === "gnu" ? 124 : 143;
    }
    return status;
  },
);
