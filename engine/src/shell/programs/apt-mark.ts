import { notSimulated } from "../../core/engine-error.ts";
import { openApt } from "../packages/apt/apt-session.ts";
import { readAutomatic, writeAutomatic } from "../packages/apt/apt-state.ts";
import type { Program } from "../process.ts";

/** `apt-mark auto|manual|showauto|showmanual`. */
export const aptMark: Program = {
  name: "apt-mark",
  run(process) {
    const [command = "", ...names] = process.argv.slice(1);
    const { installed } = openApt(process, 0);
    const automatic = readAutomatic(process.files);
    if (command === "showauto" || command === "showmanual") {
      const wanted = [...installed.keys()].filter((name) => automatic.has(name) === (command === "showauto"));
      const shown = names.length > 0 ? wanted.filter((name) => names.includes(name)) : wanted;
      process.stdout.write(
        shown
          .sort()
          .map((name) => `${name}\n`)
          .join(""),
      );
      return 0;
    }
    if (command !== "auto" && command !== "manual")
      throw notSimulated(`apt-mark ${command}`, "mark packages");
    // A name may be a pattern, as in `apt-mark auto '.*'`.
    const chosen = names.flatMap((name) =>
      name === ".*" || name === "^.*$" ? [...installed.keys()] : [name],
    );
    for (const name of chosen) {
      if (!installed.has(name)) {
        process.stderr.write(`E: Unable to locate package ${name}\n`);
        return 100;
      }
      const was = automatic.has(name);
      if (command === "auto") automatic.add(name);
      else automatic.delete(name);
      const word = command === "auto" ? "automatically" : "manually";
      process.stdout.write(
        was === (command === "auto")
          ? `${name} was already set to ${word} installed.\n`
          : `${name} set to ${word} installed.\n`,
      );
    }
    writeAutomatic(process.files, automatic);
    return 0;
  },
};
