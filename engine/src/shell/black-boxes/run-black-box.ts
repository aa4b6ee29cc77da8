import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import type { Process } from "../process.ts";
import { declaredServer } from "./declared-server.ts";
import type { BlackBox, Ending } from "./black-box.ts";
import { fillIn } from "./fill-in.ts";

/** Does what the lesson declares of the program. @param args what stands behind the program's own name */
export function runBlackBox(process: Process, box: BlackBox, args: readonly string[]): number {
  const run = box.runs.find((it) => it.args === undefined || sameWords(it.args, args));
  if (!run)
    throw notSimulated(
      `${[box.name, ...args].join(" ")}: the lesson does not declare what the program does with these arguments`,
      "run it",
    );
  const say = (one: Pick<Ending, "stdout" | "stderr">, errno = ""): void => {
    const words = new Map([...process.env, ["errno", errno]]);
    if (one.stdout) process.stdout.write(fillIn(one.stdout, words));
    if (one.stderr) process.stderr.write(fillIn(one.stderr, words));
  };
  const end = (ending: Ending, errno = ""): number => {
    if (ending.seconds) process.kernel.elapse(ending.seconds * 1000);
    say(ending, errno);
    return ending.exit;
  };
  for (const need of run.needs) {
    const path = need.file === undefined ? undefined : join(process.cwd, fillIn(need.file, process.env));
    if (path !== undefined && !process.files.access(path, 4)) return end(need);
    if (need.env !== undefined && (process.env.get(need.env) ?? "") === "") return end(need);
  }
  for (const { file, text, denied } of run.writes) {
    const path = join(process.cwd, fillIn(file, process.env));
    const errno = process.files.write(path, Content.of(fillIn(text, process.env)));
    if (errno) return end(denied, strerror[errno].toLowerCase());
  }
  if (!run.listens) {
    say(run);
    return run.exit;
  }
  const { port, portFrom, address } = run.listens;
  const chosen = (portFrom !== undefined && process.env.get(portFrom)) || String(port);
  if (!/^\d{1,5}$/.test(chosen))
    throw notSimulated(`${box.name} with the port ${JSON.stringify(chosen)}`, "say that this is no port");
  process.kernel.listen(
    Number(chosen),
    declaredServer({ name: box.name, answers: run.answers, env: new Map(process.env) }),
    address,
  );
  say(run);
  for (;;) {
    const signal = process.kernel.untilSignal(process.pid, box.name);
    const handler = run.stop[signal];
    if (handler) return end(handler);
  }
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);
