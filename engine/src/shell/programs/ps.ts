import { notSimulated } from "../../core/engine-error.ts";
import { basename } from "../../vfs/path.ts";
import { userName } from "../accounts/owner.ts";
import type { Inhabitant, Process, Program } from "../process.ts";

interface Listed extends Inhabitant {
  readonly parent: number;
}

/** Whoever waits for this process to end, up to the first, and what else runs in the container. Process 0 is who started it. */
function processes(process: Process): Listed[] {
  const found: Listed[] = process.kernel.inhabitants.map((one) => ({ ...one, parent: 0 }));
  for (let one: Process | undefined = process; one; one = one.parent) {
    const parent = one.parent?.argv.length === 0 ? 0 : (one.parent?.pid ?? 0);
    if (one.argv.length > 0)
      found.push({ pid: one.pid, argv: one.argv, credentials: one.credentials, parent });
  }
  return found.toSorted((a, b) => a.pid - b.pid);
}

interface Column {
  readonly title: string;
  readonly width: number;
  /** Numbers stand at the right edge. */
  readonly right?: boolean;
  readonly of: (one: Listed, process: Process) => string;
}

const user = (one: Listed, process: Process): string =>
  userName(process, one.credentials.uid) ?? String(one.credentials.uid);
const line = (one: Listed): string => one.argv.join(" ");
const name = (one: Listed): string => basename(one.argv[0] ?? "").slice(0, 15);

/** procps-ng's columns, by their names in `-o`. What a column needs the kernel's books for is not here. */
const COLUMNS: Readonly<Record<string, Column>> = {
  pid: { title: "PID", width: 7, right: true, of: ({ pid }) => String(pid) },
  ppid: { title: "PPID", width: 7, right: true, of: ({ parent }) => String(parent) },
  uid: { title: "UID", width: 5, right: true, of: ({ credentials }) => String(credentials.uid) },
  user: { title: "USER", width: 8, of: user },
  tty: { title: "TTY", width: 8, of: () => "?" },
  time: { title: "TIME", width: 8, right: true, of: () => "00:00:00" },
  comm: { title: "COMMAND", width: 15, of: name },
  cmd: { title: "CMD", width: 27, of: line },
  args: { title: "COMMAND", width: 27, of: line },
};

function table(process: Process, columns: readonly Column[], titles: boolean): string {
  const rows = processes(process);
  process.kernel.spend(rows.length);
  const pad = ({ width, right }: Column, text: string, last: boolean): string =>
    right ? text.padStart(width) : last ? text : text.padEnd(width);
  const all = [
    ...(titles ? [columns.map((one, i) => pad(one, one.title, i === columns.length - 1))] : []),
    ...rows.map((row) => columns.map((one, i) => pad(one, one.of(row, process), i === columns.length - 1))),
  ];
  return all.map((cells) => `${cells.join(" ")}\n`).join("");
}

function busybox(process: Process): number {
  process.stdout.write("PID   USER     TIME  COMMAND\n");
  for (const one of processes(process))
    process.stdout.write(
      `${String(one.pid).padStart(5)} ${user(one, process).slice(0, 8).padEnd(8)}  0:00 ${line(one)}\n`,
    );
  return 0;
}

function procps(process: Process): number {
  const words = process.argv.slice(1);
  const given = words
    .join(" ")
    .replaceAll(/^-(?:[eA]\s*)?o\s*|\s+-o\s*/g, "-o ")
    .trim();
  const format = /^(?:-[eA] )?-o (\S+)$/.exec(given)?.[1];
  if (format !== undefined) {
    const columns: Column[] = [];
    for (const word of format.split(",")) {
      const [key = "", title] = word.split("=");
      const column = COLUMNS[key];
      if (!column) throw notSimulated(`ps -o ${key}`, "show it, if it has such a column");
      columns.push(title === undefined ? column : { ...column, title });
    }
    const titles = columns.some(({ title }) => title !== "");
    process.stdout.write(table(process, columns, titles));
    return 0;
  }
  if (words.length > 0 && !/^-(?:e|A)$/.test(given)) {
    throw notSimulated(`ps ${given}`, "show memory and times as the kernel counts them");
  }
  const { pid, tty, time, comm } = COLUMNS;
  const columns = [pid, tty, time, comm && { ...comm, title: "CMD" }].filter((one) => one !== undefined);
  process.stdout.write(table(process, columns, true));
  return 0;
}

/** The processes that Drydock knows of: those in whose name something runs right now, and the container's own program. */
export const ps: Program = {
  name: "ps",
  run(process, flavour) {
    if (flavour === "gnu") return procps(process);
    if (process.argv.length > 1)
      throw notSimulated("ps of busybox with options", "show other columns, where it was built with them");
    return busybox(process);
  },
};
