import type { Program } from "../process.ts";
import { databaseLines } from "../start/image-user.ts";

/** passwd and group come from the files; a host is known if it is this one. */
export const getent: Program = {
  name: "getent",
  run(process) {
    const [database = "", ...keys] = process.argv.slice(1);
    if (!["passwd", "group", "hosts", "shadow"].includes(database)) {
      process.stderr.write(
        `Unknown database: ${database}\nTry \`getent --help' or \`getent --usage' for more information.\n`,
      );
      return 1;
    }
    const lines = database === "hosts" ? [] : databaseLines(process.files, `/etc/${database}`);
    if (keys.length === 0) process.stdout.write(lines.map((line) => `${line.join(":")}\n`).join(""));
    let status = 0;
    for (const key of keys) {
      const found = lines.find((line) => line[0] === key || (/^\d+$/.test(key) && line[2] === key));
      if (found) process.stdout.write(`${found.join(":")}\n`);
      else status = 2;
    }
    return status;
  },
};
