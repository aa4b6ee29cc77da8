import { Exit, LoopJump, Return, ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Output } from "../process.ts";
import { withinLimits } from "../within-limits.ts";
import type { CommandInput } from "./command-input.ts";
import { isOpen } from "./is-open.ts";
import { firstPrompt, promptText } from "./prompt.ts";

/** bash tells lines of a script, and none to somebody who types. */
const withoutLine = (output: Output): Output => ({
  write: (text, live) => output.write(text.replaceAll(/^([^:\n]+): line \d+: /gm, "$1: "), live),
});

/**
 * A shell that somebody types to: a prompt before each command, and no error ends it. At the end of the input bash says
 * `exit`, dash goes to a new line (dash, main.c), ash says nothing.
 *
 * @returns the exit status
 */
export function interact(shell: Shell, input: CommandInput): number {
  const errors = shell.output(2);
  const { dialect } = shell;
  shell.options.add("interactive");
  shell.variables.set("PS1", { value: firstPrompt(shell), exported: false, readonly: false });
  if (dialect === "bash" && errors) shell.descriptors.set(2, { output: withoutLine(errors) });
  const asked = (name: "PS1" | "PS2"): string | undefined => {
    errors?.write(promptText(shell, name));
    return input.command();
  };
  for (let line = 1; ;) {
    const typed = asked("PS1");
    if (typed === undefined) break;
    let text = typed;
    while (isOpen(text, dialect)) {
      const more = asked("PS2");
      if (more === undefined) break;
      text += more;
    }
    try {
      withinLimits(() => shell.interpreter.text(shell, text, line));
    } catch (jump) {
      if (jump instanceof Exit) {
        if (dialect === "bash") errors?.write("exit\n");
        return jump.status;
      }
      if (jump instanceof ShellError) {
        shell.complain(jump.message);
        shell.status = jump.status;
      } else if (!(jump instanceof Return) && !(jump instanceof LoopJump)) throw jump;
    }
    line += text.split("\n").length - 1;
    shell.line = line;
  }
  if (dialect !== "ash") errors?.write(dialect === "bash" ? "exit\n" : "\n");
  return shell.status;
}
