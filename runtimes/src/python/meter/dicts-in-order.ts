/**
 * In `mp_map_lookup` (MicroPython's py/map.c) of the pinned module: the start of a block, then
 * `if (map->is_ordered)` as `local.get 3; i32.const 4; i32.and; i32.eqz; br_if 0`.
 */
const lookup = [
  0x41, 0x01, 0x21, 0x05, 0x20, 0x02, 0x41, 0x01, 0x47, 0x0d, 0x02, 0x0b, 0x02, 0x40, 0x20, 0x03, 0x41, 0x04,
  0x71, 0x45, 0x0d, 0x00,
];
/** Where the constant of the test stands in it, and the test's `eqz`. */
const mask = 17;
const eqz = 19;

/**
 * A MicroPython whose dicts keep the order of insertion, as CPython's have since 3.7: the test whether a map is ordered is
 * made to say yes, so that `dict` behaves as `OrderedDict` does there. Looking up then goes along the entries.
 *
 * @throws Error where the module is not the pinned one
 */
export function withDictsInOrder(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const patched = Uint8Array.from(wasm);
  const places: number[] = [];
  for (let at = patched.indexOf(lookup[0] ?? 0); at >= 0; at = patched.indexOf(lookup[0] ?? 0, at + 1))
    if (lookup.every((byte, i) => patched[at + i] === byte)) places.push(at);
  const [place] = places;
  if (place === undefined || places.length > 1)
    throw new Error("this is not the MicroPython that was measured");
  // `and 0` is never set, and without `eqz` the branch that leaves for the hash table is never taken.
  patched[place + mask] = 0;
  patched[place + eqz] = 0x01;
  return patched;
}
