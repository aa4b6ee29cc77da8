import type { Pipeline, SyntaxNode } from "unbash";
import { BrokenPipe, Pipe } from "../streams/pipe.ts";
import { checked, lookingAway } from "./checked.ts";
import { runChild } from "./run-child.ts";
import type { Descriptor, Shell } from "./shell.ts";

export function pipeline(shell: Shell, tree: Pipeline): number {
  const negated = tree.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  const run = (): number => {
    const [only] = tree.commands;
    if (tree.commands.length === 1 && only) return shell.interpreter.node(shell, only);
    let reader = shell.descriptors.get(0);
    const pipes: Pipe[] = [];
    const statuses = tree.commands.map((command, i) => {
      const last = i === tree.commands.length - 1;
      if (last && shell.options.has("lastpipe")) return reading(shell, reader, command);
      const child = shell.fork();
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
  if (tree.prefixes.some(({ type }) => type !== "Negation"))
    return timed(
      shell,
      tree.prefixes.some((one) => one.type === "Time" && one.posix !== undefined),
      run,
    );
  if (!negated) return checked(shell, run());
  return lookingAway(shell, run) === 0 ? 1 : 0;
}

/** `shopt -s lastpipe`: the last command of a pipe runs in the shell itself. */
function reading(shell: Shell, reader: Descriptor | undefined, command: SyntaxNode): number {
  const before = shell.descriptors;
  shell.descriptors = new Map(before);
  if (reader) shell.descriptors.set(0, reader);
  try {
    return shell.interpreter.node(shell, command);
  } finally {
    shell.descriptors = before;
  }
}

/** `time` of bash: real time is the simulated clock's; programs here take none of the processor's. */
function timed(shell: Shell, posix: boolean, run: () => number): number {
  const began = shell.kernel.now();
  const status = run();
  const took = shell.kernel.now() - began;
  const real = `${Math.floor(took / 60_000)}m${((took % 60_000) / 1000).toFixed(3)}s`;
  shell
    .output(2)
    ?.write(
      posix
        ? `real ${(took / 1000).toFixed(2)}\nuser 0.00\nsys 0.00\n`
        : `\nreal\t${real}\nuser\t0m0.000s\nsys\t0m0.000s\n`,
    );
  return checked(shell, status);
}
