import type { Pipeline } from "unbash";
import { BrokenPipe, Pipe } from "../streams/pipe.ts";
import { checked, lookingAway } from "./checked.ts";
import { runChild } from "./run-child.ts";
import type { Shell } from "./shell.ts";

export function pipeline(shell: Shell, tree: Pipeline): number {
  const negated = tree.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  const run = (): number => {
    const [only] = tree.commands;
    if (tree.commands.length === 1 && only) return shell.interpreter.node(shell, only);
    let reader = shell.descriptors.get(0);
    const pipes: Pipe[] = [];
    const statuses = tree.commands.map((command, i) => {
      const child = shell.fork();
      const last = i === tree.commands.length - 1;
      const pipe = new Pipe();
      if (reader) child.descriptors.set(0, reader);
      if (!last) child.descriptors.set(1, { output: pipe });
      if (!last && tree.operators[i] === "|&") child.descriptors.set(2, { output: pipe });
      const run = (): number => runChild(child, () => shell.interpreter.node(child, command));
      if (last) return run();
      const status = child.kernel.half(run, () => pipe.stop());
      pipes.push(pipe);
      reader = { input: pipe.reader() };
      return status;
    });
    pipes.forEach((pipe, i) => pipe.broken && (statuses[i] = new BrokenPipe().exitCode));
    shell.pipeStatus = statuses;
    const status = statuses.at(-1) ?? 0;
    return shell.options.has("pipefail") ? (statuses.findLast((one) => one !== 0) ?? 0) : status;
  };
  if (!negated) return checked(shell, run());
  return lookingAway(shell, run) === 0 ? 1 : 0;
}
