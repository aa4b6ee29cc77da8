import { basename } from "../../vfs/path.ts";
import { isCommandInput } from "../../shell/interactive/command-input.ts";
import type { Call } from "../command.ts";

const SHELLS = new Set(["sh", "bash", "ash", "dash"]);

/** Why `-it` cannot give what it asks for: no terminal here, or a shell and nobody who types to it. */
export function sessionProblem(
  call: Call,
  argv: readonly string[],
): { readonly message: string; readonly exitCode: number } | undefined {
  if (!call.on("tty") || !call.on("interactive") || call.on("detach")) return undefined;
  if (!call.terminal) return { message: "the input device is not a TTY", exitCode: 1 };
  if (isCommandInput(call.input)) return undefined;
  const shell = basename(argv[0] ?? "");
  if (!SHELLS.has(shell) || argv.length > 1) return undefined;
  return {
    message: `Nobody can type here. The real one would give you a prompt of ${shell} in the container. Here: ${call.name} ${call.args[0] ?? ""} ${shell} -c 'COMMANDS'`,
    exitCode: 125,
  };
}
