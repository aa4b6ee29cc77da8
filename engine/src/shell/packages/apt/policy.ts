import type { Process } from "../../process.ts";
import { openApt } from "./apt-session.ts";

/** `apt-cache policy NAME...`: what is installed, and what could be. */
export function policy(process: Process, names: readonly string[]): number {
  const { catalogue, installed, lists } = openApt(process, 0);
  for (const name of names) {
    const here = installed.get(name);
    const there = lists ? catalogue.find(name) : undefined;
    if (!here && !there) continue;
    const version = there?.version ?? here?.version ?? "";
    const suite = `${catalogue.suite}${!there || there.from === "main" ? "" : `-${there.from}`}`;
    const host = `http://deb.debian.org/debian${there?.from === "security" ? "-security" : ""}`;
    const same = here?.version === version;
    const table = [
      ` ${same ? "***" : "   "} ${version} ${there ? 500 : 100}`,
      ...(there ? [`        500 ${host} ${suite}/main amd64 Packages`] : []),
      ...(same ? ["        100 /var/lib/dpkg/status"] : []),
      ...(here && !same ? [` *** ${here.version} 100`, "        100 /var/lib/dpkg/status"] : []),
    ];
    process.stdout.write(
      `${name}:\n  Installed: ${here?.version ?? "(none)"}\n  Candidate: ${version}\n  Version table:\n${table.join("\n")}\n`,
    );
  }
  return 0;
}
