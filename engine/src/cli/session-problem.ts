import { basename } from "../vfs/path.ts";
import type { Call } from "./command.ts";

const SHELLS = new Set(["sh", "bash", "ash", "dash"]);

/** Why `-it` cannot give what it asks for: no terminal here, or a shell that would wait for somebody to type. */
export function sessionProblem(
  call: Call,
  argv: readonly string[],
): { readonly message: string; readonly exitCode: number } | undefined {
  if (!call.on("tty") || !call.on("interactive") || call.on("detach")) return undefined;
  if (!call.terminal) return { message: "the input device is not a TTY", exitCode: 1 };
  const shell = basename(argv[0] ?? "");
  if (!SHELLS.has(shell) || argv.length > 1) return undefined;
  return {
    message: `Drydock holds no session inside a container. The real one would give you a prompt of ${shell} in it. Here: ${call.name} ${call.args[0] ?? ""} ${shell} -c 'COMMANDS'`,
    exitCode: 125,
  };
}
