import type { MachineExports } from "./exports.ts";
import { MemoryView } from "./memory-view.ts";

/** Kinds of a value that crosses the border, as MicroPython's C side writes and reads them (ports/webassembly/proxy_c.c). */
const FROM_PYTHON = { exception: -1, text: 5, callable: 6 } as const;
const TO_PYTHON = { text: 5, object: 7 } as const;

/** Bytes of one value: its kind and two words. */
export const VALUE = 12;

/** A `str` argument. */
export function readText(exports: MachineExports, at: number): string {
  const view = new MemoryView(exports.memory);
  if (view.int(at) !== FROM_PYTHON.text) throw new Error("only text crosses the border");
  return view.text(view.int(at + 8), view.int(at + 4));
}

/** The reference of a function that Python hands over; undefined where it is something else. */
export function readCallable(exports: MachineExports, at: number): number | undefined {
  const view = new MemoryView(exports.memory);
  return view.int(at) === FROM_PYTHON.callable ? view.int(at + 4) : undefined;
}

/** Puts a text where Python takes a result; its side frees the bytes. */
export function writeText(exports: MachineExports, at: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  const copy = exports.malloc(bytes.length + 1);
  const view = new MemoryView(exports.memory);
  view.bytes.set(bytes, copy);
  view.bytes[copy + bytes.length] = 0;
  view.setInt(at, TO_PYTHON.text);
  view.setInt(at + 4, bytes.length);
  view.setInt(at + 8, copy);
}

/** Puts a reference to something of this side. */
export function writeObject(exports: MachineExports, at: number, reference: number): void {
  const view = new MemoryView(exports.memory);
  view.setInt(at, TO_PYTHON.object);
  view.setInt(at + 4, reference);
}

/** The exception that an `exec` ended with, as `type`, U+0004 and the traceback; undefined where it ended well. */
export function readException(exports: MachineExports, at: number): string | undefined {
  const view = new MemoryView(exports.memory);
  return view.int(at) === FROM_PYTHON.exception ? view.text(view.int(at + 8), view.int(at + 4)) : undefined;
}
