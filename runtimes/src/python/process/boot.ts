import { FileSystem, ROOT, treeOf } from "@drydock/engine";
import { SystemCalls } from "../files/system-calls.ts";
import { Machine, type MachineState } from "../machine/machine.ts";

/** Where Drydock's own modules are while the interpreter is made ready; no program ever sees them there. */
const LIBRARY = "/_drydock";
/** Turns that the library's own modules may take to be read. */
const TURNS = 1_000_000_000;
const MORNING = 1_793_606_400_000;

const SOURCE = `
import sys
sys.path[:] = ["${LIBRARY}"]
import json as _json, _host, boot as _boot
sys.path[:] = []
`;

/** Calls a function of `library/boot.py` with what \`take\` gives, and gives its result back. */
export const enter = (name: "main" | "answer" | "signalled"): string =>
  `_host.call("give", _json.dumps({"value": _json.dumps(_boot.${name}(_host.call("take", "")))}))`;

/** The state with which every program begins: the interpreter runs and the library's modules are read. */
export function pristineState(
  module: WebAssembly.Module,
  library: Readonly<Record<string, string>>,
): MachineState {
  const machine = new Machine(module);
  const files = new FileSystem(
    treeOf(
      Object.fromEntries(Object.entries(library).map(([path, content]) => [`_drydock/${path}`, content])),
      0,
    ),
    () => 0,
    ROOT,
  );
  const kernel = { spend: () => undefined, flush: () => undefined, unsaved: () => undefined };
  const printed: string[] = [];
  const system = new SystemCalls(
    { files, umask: 0o022, cwd: "/", kernel },
    {
      stdin: { read: () => 0 },
      random: () => 0,
      write: (_stream, bytes) => void printed.push(new TextDecoder().decode(bytes)),
    },
  );
  const guest = {
    system,
    now: () => MORNING,
    random: () => 0,
    fuel: () => TURNS,
    burn: () => undefined,
    call: (name: string) => {
      throw new Error(`the library asked for ${name} before there was a program`);
    },
  };
  machine.start(guest);
  try {
    machine.run(SOURCE, guest);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${printed.join("")}`);
  }
  return machine.state();
}
