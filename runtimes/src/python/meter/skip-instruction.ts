import type { WasmReader } from "./wasm-reader.ts";

const BLOCK = 0x02;
export const LOOP = 0x03;
const IF = 0x04;
const TABLE_BRANCH = 0x0e;
const INDIRECT_CALL = 0x11;
const TYPED_SELECT = 0x1c;
const F32_CONST = 0x43;
const F64_CONST = 0x44;
const BULK = 0xfc;

/** Instructions with one index behind them: br, br_if, call, variables, tables, ref.func. */
const ONE_INDEX = new Set([
  0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0xd0, 0xd2,
]);

/**
 * Passes over one instruction. @returns its opcode
 *
 * Knows WebAssembly 2.0 without vectors [WebAssembly Core Specification 2.0, 5.4].
 */
export function skipInstruction(code: WasmReader): number {
  const opcode = code.byte();
  if (opcode === BLOCK || opcode === LOOP || opcode === IF || opcode === 0x41 || opcode === 0x42)
    code.skipNumber();
  else if (ONE_INDEX.has(opcode)) code.skipNumber();
  else if ((opcode >= 0x28 && opcode <= 0x3e) || opcode === INDIRECT_CALL) {
    code.skipNumber();
    code.skipNumber();
  } else if (opcode === TABLE_BRANCH) {
    for (let targets = code.unsigned() + 1; targets > 0; targets--) code.skipNumber();
  } else if (opcode === TYPED_SELECT) {
    const types = code.unsigned();
    code.at += types;
  } else if (opcode === F32_CONST) code.at += 4;
  else if (opcode === F64_CONST) code.at += 8;
  else if (opcode === BULK) {
    const operation = code.unsigned();
    // Saturating conversions have nothing behind them; copies and inits have two indices, the rest one.
    if (operation > 7) code.skipNumber();
    if (operation === 8 || operation === 10 || operation === 12 || operation === 14) code.skipNumber();
  } else if (opcode > 0xc4) throw new Error(`an instruction that the meter does not know: ${opcode}`);
  return opcode;
}
