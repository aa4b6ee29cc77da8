/** What the instance gives, as far as it is used here (ports/webassembly/main.c of MicroPython, and Emscripten's own). */
export interface MachineExports {
  readonly memory: WebAssembly.Memory;
  readonly __indirect_function_table: WebAssembly.Table;
  /** Put in by the meter. */
  readonly fuel: WebAssembly.Global<"i64">;
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  free(at: number): void;
  mp_js_init(stackWords: number, heapBytes: number): void;
  proxy_c_init(): void;
  mp_js_register_js_module(name: number, value: number): void;
  mp_js_do_exec(source: number, length: number, result: number): void;
  proxy_c_to_js_call(callable: number, count: number, values: number, result: number): void;
  emscripten_stack_init(): void;
  emscripten_stack_get_current(): number;
  _emscripten_stack_restore(at: number): void;
  setThrew(threw: number, value: number): void;
}
