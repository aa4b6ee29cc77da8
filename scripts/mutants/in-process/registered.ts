/** Stands in for `vitest` where tests run again and again in one process: registers each under its whole name. */
export { expect } from "./expect.ts";

type Body = (...row: never[]) => unknown;

/** The tests registered so far, by `group > name`, in order. */
export const registered: Map<string, () => unknown> = new Map();

const groups: string[] = [];

function register(name: string, body: () => unknown): void {
  const whole = [...groups, name].join(" > ");
  registered.set(registered.has(whole) ? `${whole} (${registered.size})` : whole, body);
}

/** Opens a group: what is registered within carries its name. */
export function describe(name: string, body: () => void): void {
  groups.push(name);
  body();
  groups.pop();
}

/** Vitest's names of rows: `$property` of an object, else the row's number. */
function nameOf(name: string, row: unknown, index: number): string {
  const filled = name.replaceAll(/\$(\w+)/g, (_, key: string) =>
    String((row as Record<string, unknown> | undefined)?.[key]),
  );
  return `${filled} #${index}`;
}

interface Test {
  (name: string, body: () => unknown, timeout?: unknown): void;
  each(rows: readonly unknown[]): (name: string, body: Body, timeout?: unknown) => void;
}

export const test: Test = Object.assign(register, {
  each:
    (rows: readonly unknown[]) =>
    (name: string, body: Body): void =>
      rows.forEach((row, index) =>
        register(nameOf(name, row, index), () => body(...((Array.isArray(row) ? row : [row]) as never[]))),
      ),
});
