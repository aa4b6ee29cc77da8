import { notSimulated } from "../../core/engine-error.ts";
import type { Process, Program } from "../process.ts";
import { databaseLines } from "../start/image-user.ts";

/** passwd and group come from the files, hosts from /etc/hosts and the name server of the container's networks. */
export const getent: Program = {
  name: "getent",
  run(process, flavour) {
    const [database = "", ...keys] = process.argv.slice(1);
    if (!["passwd", "group", "hosts", "shadow"].includes(database)) {
      process.stderr.write(`Unknown database: ${database}\n`);
      process.stdout.write("Try `getent --help' or `getent --usage' for more information.\n");
      return 1;
    }
    const lines = database === "hosts" ? [] : databaseLines(process.files, `/etc/${database}`);
    if (database === "hosts") {
      if (flavour === "busybox")
        throw notSimulated("getent hosts of musl", "look the names up in its own way");
      return hosts(process, keys);
    }
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

/** Address and names, the address in 15 columns (glibc nss/getent.c, print_hosts). */
function hosts(process: Process, keys: readonly string[]): number {
  let status = 0;
  for (const key of keys) {
    const [line] = databaseLines(process.files, "/etc/hosts")
      .map(([text = "", ...rest]) => [text, ...rest].join(":").trim().split(/\s+/))
      .filter((words) => words.slice(1).includes(key))
      .toReversed();
    const there = line ? undefined : process.kernel.network.locate?.(key);
    if (!line && there === undefined)
      throw notSimulated(`the address of ${key}`, "ask a name server of the world");
    if (line) process.stdout.write(`${(line[0] ?? "").padEnd(15)} ${line.slice(1).join(" ")}\n`);
    else if (there === "unresolved" || there === undefined) status = 2;
    else process.stdout.write(`${there.address.padEnd(15)} ${key}\n`);
  }
  return status;
}
