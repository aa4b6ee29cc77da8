import { readBuiltFile } from "../black-boxes/built-file.ts";
import { runBlackBox } from "../black-boxes/run-black-box.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import type { Process, Program } from "../process.ts";

/** Options of the launcher that have their value in the next word. */
const VALUED = new Set(["-cp", "-classpath", "--class-path"]);

function runClass(process: Process, path: string, args: readonly string[]): number {
  const content = process.files.read(path);
  const built = typeof content === "string" ? undefined : readBuiltFile(content);
  const box = built && process.kernel.blackBoxes.find(({ name }) => name === built.name);
  if (!box || built.linkage !== "jar")
    throw notSimulated(`java with ${path}, which no lesson's build has made`, "run it");
  return runBlackBox(process, box, args);
}

/** `java -jar FILE` and `java CLASS`: what a declared build has made; Java itself is not run. */
export const java: Program = {
  name: "java",
  run(process) {
    const words = process.argv.slice(1);
    let folder = ".";
    for (let word = words.shift(); word !== undefined; word = words.shift()) {
      if (word === "-jar") {
        const file = words.shift() ?? "";
        const path = join(process.cwd, file);
        if (process.files.exists(path)) return runClass(process, path, words);
        process.stderr.write(`Error: Unable to access jarfile ${file}\n`);
        return 1;
      }
      if (VALUED.has(word)) {
        folder = words.shift() ?? ".";
      } else if (/^-(D|X|ea|server|-enable|-add)/.test(word)) continue;
      else if (word.startsWith("-")) throw notSimulated(`java ${word}`, "do what that option says");
      else {
        const path = join(join(process.cwd, folder), `${word.replaceAll(".", "/")}.class`);
        if (process.files.exists(path)) return runClass(process, path, words);
        process.stderr.write(
          `Error: Could not find or load main class ${word}\nCaused by: java.lang.ClassNotFoundException: ${word}\n`,
        );
        return 1;
      }
    }
    throw notSimulated("java without a class", "print how it is used");
  },
};
