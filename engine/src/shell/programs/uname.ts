import { refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";

const FIELDS = ["s", "n", "r", "v", "m", "p", "i", "o"] as const;

/** The machine is a fixed one: x86_64, the kernel of a Docker host. */
export const uname: Program = tool(
  "uname",
  {
    flags: "asnrvmopi",
    long: {
      all: "a",
      "kernel-name": "s",
      nodename: "n",
      "kernel-release": "r",
      "kernel-version": "v",
      machine: "m",
      processor: "p",
      "hardware-platform": "i",
      "operating-system": "o",
    },
  },
  (process, options, flavour) => {
    const facts = {
      s: "Linux",
      n: process.kernel.hostname,
      r: "6.8.0-48-generic",
      v: "#48-Ubuntu SMP PREEMPT_DYNAMIC Fri Sep 27 14:04:52 UTC 2024",
      m: "x86_64",
      p: "unknown",
      i: "unknown",
      // Alpine builds its busybox with the kernel's name alone.
      o: process.files.exists("/etc/alpine-release") ? "Linux" : "GNU/Linux",
    };
    const [extra] = options.operands;
    if (extra !== undefined) refuse(process, flavour, `extra operand ‘${extra}’`);
    // What is not known is left out where everything is asked for.
    const asked = FIELDS.filter((letter) =>
      options.has("a") ? facts[letter] !== "unknown" : options.has(letter),
    );
    const words = (asked.length === 0 ? (["s"] as const) : asked).map((letter) => facts[letter]);
    process.stdout.write(`${words.join(" ")}\n`);
    return 0;
  },
);
