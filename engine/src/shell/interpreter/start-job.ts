import type { Statement } from "unbash";
import { runChild } from "./run-child.ts";
import type { Shell } from "./shell.ts";

/** Runs a command in the background: at once, in time in which the shell goes on. */
export function startJob(shell: Shell, statement: Statement): void {
  const { kernel, process } = shell;
  const child = shell.fork();
  child.tested = 0;
  child.root = child;
  const began = kernel.now();
  const pid = kernel.nextPid();
  const number = 1 + Math.max(0, ...[...shell.jobs.values()].map((job) => job.number));
  if (shell.controls) shell.output(2)?.write(`[${number}] ${pid}\n`);
  let acted = began;
  let runs = true;
  for (const [number, { input, output }] of child.descriptors) {
    if (!output) continue;
    const seen: typeof output = {
      write(text, live) {
        // What it says after a pause waits for the shell to come that far.
        if (runs && kernel.now() > began) kernel.later(pid, () => output.write(text, live));
        else output.write(text, live);
      },
    };
    child.descriptors.set(number, input ? { input, output: seen } : { output: seen });
  }
  shell.background = pid;
  let before: number | undefined;
  const ran = kernel.behind(
    () => runChild(child, () => shell.interpreter.node(child, statement.command)),
    () => {
      kernel.flush();
      before = process.files.edits;
    },
  );
  runs = false;
  const until = kernel.now();
  // Files that it changed after a pause: nobody has seen when.
  if (before !== undefined && process.files.edits !== before) acted = until;
  // The shell goes on at once: what the job took is time in which it runs beside the shell.
  if (until > began) kernel.elapse(began - until);
  const { source } = shell;
  const { pos, end } = statement.command;
  shell.jobs.set(pid, {
    ...ran,
    number,
    until,
    text: source.text.slice(pos, end).trim(),
    ending: kernel.takeEnding(),
    acted: () => acted,
    silence: () => kernel.forget(pid),
    heeds(signal) {
      const action = child.traps.get(signal);
      return action === undefined || signal === "KILL" ? undefined : action === "" ? "ignored" : "trapped";
    },
  });
}
