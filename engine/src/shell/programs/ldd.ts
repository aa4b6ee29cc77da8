import { linkedLibraries } from "../black-boxes/linked-libraries.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";
import { isEntry, statOf } from "../tree/tree.ts";

/** glibc's `ldd`: of what a lesson's compiler made and of what Debian's packages bring. */
export const ldd: Program = {
  name: "ldd",
  run(process, flavour) {
    const files = process.argv.slice(1).filter((word) => !word.startsWith("-"));
    if (flavour === "busybox") throw notSimulated("ldd", "list the libraries that a program is linked with");
    if (files.length === 0) {
      process.stderr.write("ldd: missing file arguments\nTry `ldd --help' for more information.\n");
      return 1;
    }
    let status = 0;
    for (const file of files) {
      const entry = statOf(process, file);
      if (files.length > 1) process.stdout.write(`${file}:\n`);
      if (!isEntry(entry)) {
        process.stderr.write(`ldd: ${file.includes("/") ? file : `./${file}`}: No such file or directory\n`);
        status = 1;
      } else if (entry.kind === "directory") {
        process.stderr.write(`ldd: ${file.includes("/") ? file : `./${file}`}: not regular file\n`);
        status = 1;
      } else if (entry.kind === "file" && entry.content.program === undefined && entry.content.bytes) {
        process.stderr.write("\tnot a dynamic executable\n");
        status = 1;
      } else if (entry.kind === "file") {
        const told = linkedLibraries(process, entry.content);
        if (!told)
          throw notSimulated(`the libraries of ${file}`, "list them with the paths at which they were found");
        (told.toStderr ? process.stderr : process.stdout).write(told.text);
        status = Math.max(status, told.status);
      } else
        throw notSimulated(`the libraries of ${file}`, "list them with the paths at which they were found");
    }
    return status;
  },
};
