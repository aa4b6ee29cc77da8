import type { Program } from "../process.ts";

export const pwd: Program = {
  name: "pwd",
  run(process) {
    const logical = process.env.get("PWD") ?? "";
    const [option] = process.argv
      .slice(1)
      .filter((word) => /^-[LP]+$/.test(word))
      .toReversed();
    const real = process.files.realpath(process.cwd);
    // With -L the name by which the shell came here, as long as it leads here (POSIX, pwd).
    if (option?.endsWith("L") && logical.startsWith("/") && !/\/\.{1,2}(?:\/|$)/.test(logical)) {
      const named = process.files.realpath(logical);
      if (typeof named !== "string" && typeof real !== "string" && named.path === real.path) {
        process.stdout.write(`${logical}\n`);
        return 0;
      }
    }
    process.stdout.write(`${typeof real === "string" ? process.cwd : real.path}\n`);
    return 0;
  },
};
