import { leb128 } from "./leb128.ts";
import { LOOP, skipInstruction } from "./skip-instruction.ts";
import { WasmReader } from "./wasm-reader.ts";

const IMPORTS = 2;
const MEMORIES = 5;
const GLOBALS = 6;
const EXPORTS = 7;
const CODE = 10;
const CUSTOM = 0;
const MUTABLE_I64_OF_0 = [0x7e, 1, 0x42, 0, 0x0b];
const GLOBAL = 3;

/**
 * The same WebAssembly module with a meter: an exported i64 global `fuel` that goes down by one at each turn of a loop, and
 * a trap when it is 0. Its memory may not grow beyond `maxPages` of 64 KiB.
 *
 * A program that does not loop ends by itself, so no program goes on for ever, and all hosts stop it at the same turn.
 */
export function meter(wasm: Uint8Array, maxPages: number): Uint8Array<ArrayBuffer> {
  const module = new WasmReader(wasm, 8);
  const parts: (Uint8Array | readonly number[])[] = [wasm.subarray(0, 8)];
  const section = (id: number, body: readonly (Uint8Array | readonly number[])[]): void => {
    const length = body.reduce((sum, part) => sum + part.length, 0);
    parts.push([id, ...leb128(length)], ...body);
  };
  let imported = 0;
  let fuel = 0;
  while (!module.done) {
    const id = module.byte();
    const length = module.unsigned();
    const body = new WasmReader(wasm.subarray(module.at, module.at + length));
    module.at += length;
    if (id === IMPORTS) imported = importedGlobals(body);
    if (id === CUSTOM) continue;
    if (id === GLOBALS) {
      const count = body.unsigned();
      fuel = imported + count;
      section(id, [leb128(count + 1), body.bytes.subarray(body.at), MUTABLE_I64_OF_0]);
    } else if (id === EXPORTS) {
      const count = body.unsigned();
      const name = new TextEncoder().encode("fuel");
      const more = [name.length, ...name, GLOBAL, ...leb128(fuel)];
      section(id, [leb128(count + 1), body.bytes.subarray(body.at), more]);
    } else if (id === MEMORIES) {
      body.at = 2;
      section(id, [[1, 1, ...leb128(body.unsigned()), ...leb128(maxPages)]]);
    } else if (id === CODE) section(id, meteredCode(body, fuel));
    else section(id, [body.bytes]);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function importedGlobals(body: WasmReader): number {
  let globals = 0;
  for (let count = body.unsigned(); count > 0; count--) {
    body.skipName();
    body.skipName();
    const kind = body.byte();
    if (kind === 0) body.skipNumber();
    else if (kind === 1) {
      body.at++;
      body.skipLimits();
    } else if (kind === 2) body.skipLimits();
    else {
      body.at += 2;
      globals++;
    }
  }
  return globals;
}

/** All function bodies, with the tick at the head of each loop. */
function meteredCode(body: WasmReader, fuel: number): (Uint8Array | readonly number[])[] {
  const index = leb128(fuel);
  // fuel = fuel - 1; if (fuel == 0) trap
  const down = [0x23, ...index, 0x42, 1, 0x7d, 0x24, ...index];
  const tick = Uint8Array.from([...down, 0x23, ...index, 0x50, 0x04, 0x40, 0x00, 0x0b]);
  const count = body.unsigned();
  const parts: (Uint8Array | readonly number[])[] = [leb128(count)];
  for (let i = 0; i < count; i++) {
    const length = body.unsigned();
    const code = new WasmReader(body.bytes.subarray(body.at, body.at + length));
    body.at += length;
    for (let locals = code.unsigned(); locals > 0; locals--) {
      code.skipNumber();
      code.at++;
    }
    const pieces: Uint8Array[] = [];
    let from = 0;
    while (!code.done) {
      if (skipInstruction(code) !== LOOP) continue;
      pieces.push(code.bytes.subarray(from, code.at), tick);
      from = code.at;
    }
    pieces.push(code.bytes.subarray(from));
    parts.push(leb128(pieces.reduce((sum, piece) => sum + piece.length, 0)), ...pieces);
  }
  return parts;
}
