import type { Arguments, Start } from "../../../dockerfile/instruction.ts";
import { goQuoteAll } from "../../../dockerfile/go-quote.ts";
import type { Draft } from "../draft.ts";
import type { Walker } from "../walk.ts";

/** What is executed: the exec form as it is, the shell form behind the image's shell. */
export function argvOf(
  { form, args }: Arguments,
  { config: { Shell = [] }, os }: Pick<Draft, "config" | "os">,
): string[] {
  if (form === "exec") return [...args];
  const shell = Shell.length > 0 ? Shell : os === "windows" ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];
  return [...shell, args.join(" ")];
}

export const walkCmd: Walker<Start> = (walk, instruction) => {
  const { draft } = walk;
  const argv = argvOf(instruction, draft);
  draft.config = { ...draft.config, Cmd: argv, ArgsEscaped: true };
  draft.commanded = true;
  walk.commit(`CMD ${goQuoteAll(argv)}`);
  return undefined;
};

/** Takes away a CMD that came from the base; one of this stage stays. */
export const walkEntrypoint: Walker<Start> = (walk, instruction) => {
  const { draft } = walk;
  const argv = argvOf(instruction, draft);
  const { Cmd, ...config } = draft.config;
  draft.config = { ...config, Entrypoint: argv, ...(draft.commanded && Cmd !== undefined ? { Cmd } : {}) };
  walk.commit(`ENTRYPOINT ${goQuoteAll(argv)}`);
  return undefined;
};
