import type { MachineExports } from "./exports.ts";

/** What Emscripten's longjmp throws through the frames that it leaves. */
export const LONGJMP: number = Number.POSITIVE_INFINITY;

type Invoked = (index: number, a: number, b: number, c: number, d: number, e: number) => number;

/**
 * The imports `invoke_…`: a call through the table, whose longjmp is told to the frame that made it.
 *
 * Every call of a Python function inside another goes through one of them, so each takes as little of the host's stack as it can:
 * no spread, and only the values that there are.
 */
export function invokes(machine: () => MachineExports): (name: string) => Invoked | undefined {
  const caught = (stack: number, thrown: unknown): number => {
    const exports = machine();
    exports._emscripten_stack_restore(stack);
    if (thrown !== LONGJMP) throw thrown;
    exports.setThrew(1, 0);
    return 0;
  };
  const withValues: readonly Invoked[] = [
    (index) => {
      const stack = machine().emscripten_stack_get_current();
      try {
        return machine().__indirect_function_table.get(index)();
      } catch (thrown) {
        return caught(stack, thrown);
      }
    },
    (index, a) => {
      const stack = machine().emscripten_stack_get_current();
      try {
        return machine().__indirect_function_table.get(index)(a);
      } catch (thrown) {
        return caught(stack, thrown);
      }
    },
    (index, a, b) => {
      const stack = machine().emscripten_stack_get_current();
      try {
        return machine().__indirect_function_table.get(index)(a, b);
      } catch (thrown) {
        return caught(stack, thrown);
      }
    },
    (index, a, b, c) => {
      const stack = machine().emscripten_stack_get_current();
      try {
        return machine().__indirect_function_table.get(index)(a, b, c);
      } catch (thrown) {
        return caught(stack, thrown);
      }
    },
    (index, a, b, c, d) => {
      const stack = machine().emscripten_stack_get_current();
      try {
        return machine().__indirect_function_table.get(index)(a, b, c, d);
      } catch (thrown) {
        return caught(stack, thrown);
      }
    },
    (index, a, b, c, d, e) => {
      const stack = machine().emscripten_stack_get_current();
      try {
        return machine().__indirect_function_table.get(index)(a, b, c, d, e);
      } catch (thrown) {
        return caught(stack, thrown);
      }
    },
  ];
  // `invoke_viii`: what it returns, then its values.
  return (name) => (name.startsWith("invoke_") ? withValues[name.length - "invoke_v".length] : undefined);
}
