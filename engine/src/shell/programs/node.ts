import { chooseBlackBox } from "../black-boxes/match-sources.ts";
import { runBlackBox } from "../black-boxes/run-black-box.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import type { Program } from "../process.ts";

/** `node FILE`: what a lesson declares of its script. JavaScript itself is not run. */
export const node: Program = {
  name: "node",
  run(process) {
    const [file = "", ...args] = process.argv.slice(1);
    const version = process.env.get("NODE_VERSION");
    if ((file === "--version" || file === "-v") && version !== undefined) {
      process.stdout.write(`v${version}\n`);
      return 0;
    }
    const typed = `node ${process.argv.slice(1).join(" ")}`.trimEnd();
    const path = join(process.cwd, file);
    const mine = process.kernel.blackBoxes.filter(
      ({ interpreter }) =>
        interpreter?.program === "node" &&
        [path, `${path}.js`, `${path}/index.js`].some((it) => it.endsWith(`/${interpreter.file}`)),
    );
    const [first] = mine;
    if (file === "" || file.startsWith("-") || !first?.interpreter)
      throw notSimulated(`${typed}: JavaScript, unless the lesson declares what it does`, "run it");
    const length = path.endsWith(first.interpreter.file) ? first.interpreter.file.length : 0;
    const folder = length > 0 ? path.slice(0, -length - 1) || "/" : process.cwd;
    return runBlackBox(process, chooseBlackBox(process.files, folder, mine, typed, "run it"), args);
  },
};
