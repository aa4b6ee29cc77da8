import { isOnHost } from "./host-files.ts";
import type { Program } from "../shell/process.ts";

/** What `help` prints: the commands of this workstation. */
export function helpText(programs: readonly Program[]): string {
  const names = programs
    .map(({ name }) => name)
    .filter((name) => /^[a-z]/.test(name) && isOnHost(name))
    .toSorted();
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 70) lines[lines.length - 1] = `${last} ${name}`;
    else lines.push(`  ${name}`);
  }
  return `This is a small Linux machine with Docker, simulated by Drydock.\n\n  docker build -t app .     build the Dockerfile of this folder\n  docker images             list images\n  docker run app            run one\n  docker --help             everything that docker can do here\n\nThe shell is bash: pipes, redirections, loops and $(...) work. Programs:\n${lines.join("\n")}\n`;
}
