import { concat, digestOf, FileSystem, ROOT, treeOf } from "@drydock/engine";
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
def _enter(name):
    _host.call("give", _json.dumps({"value": _json.dumps(getattr(_boot, name)(_host.call("take", "")))}))
_host.call(_enter, "")
`;

/** Functions of `library/boot.py`: each is called with what `take` gives, and gives its result back. */
export type Entry = "main" | "answer" | "signalled";

/** The state with which every program begins, and the function by which it is entered. */
export interface Pristine {
  readonly state: MachineState;
  readonly entry: number;
  /** Digest of the memory: another interpreter, or another library, has another one. */
  readonly id: string;
}

/** Starts the interpreter and reads the library's modules. */
export function pristineState(
  module: WebAssembly.Module,
  library: Readonly<Record<string, string>>,
): Pristine {
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
  let entry = 0;
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
    entry: (reference: number) => void (entry = reference),
    call: (name: string) => {
      throw new Error(`the library asked for ${name} before there was a program`);
    },
  };
  machine.start(guest);
  try {
    machine.run(SOURCE, guest);
  } catch (error) {
    throw new Error(`the library was not read: ${printed.join("")}`, { cause: error });
  }
  const state = machine.state();
  let id: string | undefined;
  return {
    state,
    entry,
    get id(): string {
      return (id ??= digestOf(concat([...state.memory.pages.values()])));
    },
  };
}
