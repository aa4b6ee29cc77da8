import { EngineError } from "@drydock/engine";
import type { MachineExports } from "./exports.ts";
import type { Guest } from "./guest.ts";
import { HOST_MODULE, importsOf } from "./imports.ts";
import { type MemoryImage, putImage, takeImage } from "./memory-image.ts";
import { MemoryView } from "./memory-view.ts";
import { readException, VALUE, writeObject, writeText } from "./values.ts";

/** Most that the linear memory may grow to, in pages of 64 KiB. */
export const MAX_PAGES = 1024;
/** Words of Python's own stack: as deep as CPython's limit of 1000 calls needs. */
const STACK_WORDS = 48 * 1024;
const HEAP_BYTES = 1 << 20;

/**
 * Bytes of the C stack that the interpreter may use: about 500 calls of Python inside one another, half of what the stacks of
 * browsers hold of WebAssembly frames that no compiler has made small yet. All hosts thus end a recursion at the same call.
 */
const C_STACK_LIMIT = 112 * 1024;
const C_STACK = C_STACK_LIMIT + 64 * 1024;
/** What `mp_js_init` sets (ports/webassembly/main.c). */
const LINKED_STACK_LIMIT = 32 * 1024;

/** A program between two steps: its memory, and where its stack ends. A value: nothing changes it. */
export interface MachineState {
  readonly memory: MemoryImage;
  readonly stack: number;
}

/** One instance of the interpreter. It is whatever state was put into it last. */
export class Machine {
  readonly #exports: MachineExports;
  #guest: Guest | undefined;
  /** Turns that the guest had when the meter was last set. */
  #given = 0;

  constructor(module: WebAssembly.Module) {
    const imports = importsOf(
      () => this.#exports,
      () => this.#required(),
      () => {
        throw new EngineError("LIMIT", { what: "bytes of memory in Python", limit: MAX_PAGES * 65_536 });
      },
    );
    // Typed by hand: a module says the names of its exports and not their types.
    const exports: object = new WebAssembly.Instance(module, imports).exports;
    this.#exports = exports as MachineExports;
  }

  /** Pages that it has grown beyond what it began with cannot be given back; who counts on that takes a new one. */
  get size(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** Starts the interpreter itself. Once for each pristine state. */
  start(guest: Guest): void {
    const exports = this.#exports;
    this.#with(guest, () => {
      exports.emscripten_stack_init();
      exports.__wasm_call_ctors();
      const top = exports.malloc(C_STACK) + C_STACK;
      exports._emscripten_stack_restore(top - (top % 16));
      exports.mp_js_init(STACK_WORDS, HEAP_BYTES);
      this.#deepen();
      exports.proxy_c_init();
      const name = exports.malloc(VALUE + 8);
      new MemoryView(exports.memory).putString(name + VALUE, "_host", 8);
      writeObject(exports, name, HOST_MODULE);
      exports.mp_js_register_js_module(name + VALUE, name);
    });
  }

  /** MicroPython takes its C stack to be as the linker laid it out; ours is larger, and it is told so where it keeps the limit. */
  #deepen(): void {
    const words = new Uint32Array(this.#exports.memory.buffer);
    const top = this.#exports.emscripten_stack_get_current();
    const at = words.findIndex(
      (word, i) => word <= top && word > top - 256 && words[i + 1] === LINKED_STACK_LIMIT,
    );
    if (at < 0) throw new Error("the interpreter keeps its stack limit elsewhere");
    words[at + 1] = C_STACK_LIMIT;
  }

  state(before?: MemoryImage): MachineState {
    return {
      memory: takeImage(this.#exports.memory, before),
      stack: this.#exports.emscripten_stack_get_current(),
    };
  }

  restore({ memory, stack }: MachineState): void {
    const missing = memory.size - this.size;
    if (missing > 0) this.#exports.memory.grow(missing / 65_536);
    putImage(this.#exports.memory, memory);
    this.#exports._emscripten_stack_restore(stack);
  }

  /** Executes Python source in the interpreter's main module. @throws what a host call throws; {EngineError} LIMIT */
  run(source: string, guest: Guest): void {
    const exports = this.#exports;
    this.#with(guest, () => {
      const bytes = new TextEncoder().encode(source);
      const at = exports.malloc(bytes.length + 1 + VALUE);
      new MemoryView(exports.memory).putString(at + VALUE, source, bytes.length + 1);
      exports.mp_js_do_exec(at + VALUE, bytes.length, at);
      const problem = readException(exports, at);
      exports.free(at);
      if (problem !== undefined) throw new Error(`Python's own part failed: ${problem}`);
    });
  }

  /** Calls the function that was handed over as entry, with one text. @throws as `run` */
  enter(entry: number, text: string, guest: Guest): void {
    const exports = this.#exports;
    this.#with(guest, () => {
      const values = exports.malloc(2 * VALUE);
      writeText(exports, values, text);
      exports.proxy_c_to_js_call(entry, 1, values, values + VALUE);
      const problem = readException(exports, values + VALUE);
      exports.free(values);
      if (problem !== undefined) throw new Error(`Python's own part failed: ${problem}`);
    });
  }

  #required(): Guest {
    if (!this.#guest) throw new Error("a machine ran for nobody");
    return this.#guest;
  }

  #with(guest: Guest, body: () => void): void {
    this.#guest = metered(guest, {
      stop: () => this.#burn(guest),
      go: () => this.#fill(guest),
    });
    this.#fill(guest);
    try {
      body();
    } catch (thrown) {
      throw this.#asEnd(thrown, guest);
    } finally {
      this.#guest = undefined;
    }
    this.#burn(guest);
  }

  #fill(guest: Guest): void {
    this.#given = Math.max(1, Math.floor(guest.fuel()));
    this.#exports.fuel.value = BigInt(this.#given);
  }

  #burn(guest: Guest): void {
    const left = Number(this.#exports.fuel.value);
    const turns = this.#given - left;
    this.#given = left;
    guest.burn(turns);
  }

  /** A trap of the meter is told as the limit that it is, and so is a host whose stack is at its end. */
  #asEnd(thrown: unknown, guest: Guest): unknown {
    if (thrown instanceof WebAssembly.RuntimeError && this.#exports.fuel.value === 0n) {
      guest.burn(this.#given + 1);
      return new EngineError("LIMIT", { what: "turns of loops in Python", limit: this.#given });
    }
    if (thrown instanceof RangeError)
      return new EngineError("LIMIT", { what: "calls inside one another in Python", limit: 1000 });
    return thrown;
  }
}

/** The guest, with the meter read before each host call and set after it: a call may spend of the same budget. */
function metered(guest: Guest, meter: { stop(): void; go(): void }): Guest {
  return {
    system: guest.system,
    now: () => guest.now(),
    random: () => guest.random(),
    fuel: () => guest.fuel(),
    burn: (turns) => guest.burn(turns),
    entry: (reference) => guest.entry(reference),
    call(name, argument) {
      meter.stop();
      const answer = guest.call(name, argument);
      meter.go();
      return answer;
    },
  };
}
