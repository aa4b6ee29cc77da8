import type { Program } from "../process.ts";
import { tool } from "../tool.ts";

const FIELDS = ["s", "n", "r", "v", "m", "o"] as const;

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
      o: flavour === "gnu" ? "GNU/Linux" : "Linux",
    };
    const asked = options.has("a") ? FIELDS : FIELDS.filter(options.has);
    const words = (
      asked.length === 0 && !options.has("p") && !options.has("i") ? (["s"] as const) : asked
    ).map((letter) => facts[letter]);
    for (const letter of ["p", "i"]) if (options.has(letter)) words.push("unknown");
    process.stdout.write(`${words.join(" ")}\n`);
    return 0;
  },
);
