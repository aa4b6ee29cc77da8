import type { Program } from "../process.ts";
import { echoText } from "../text/echo-text.ts";

export const echo: Program = {
  name: "echo",
  run(process, flavour) {
    process.stdout.write(echoText(process.argv.slice(1), flavour === "gnu" ? "bash" : "ash"));
    return 0;
  },
};
