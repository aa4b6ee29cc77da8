import { crc32, deflateRawSync } from "node:zlib";

/** An entry as the archive tells of it, true or not. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array | string;
  /** The size that the headers claim. */
  readonly claims?: number;
  /** The name in the header before the data, where it is another. */
  readonly localName?: string;
  readonly mode?: number;
  /** Points at the data of the entry before instead of bringing its own. */
  readonly overlaps?: boolean;
}

/** A zip byte by byte: names, sizes and places are written as they are asked for. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let last = 0;
  for (const { name, data, claims, localName, mode = 0o100644, overlaps = false } of entries) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(typeof name === "string" ? 0x800 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x00210000, 6);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? plain.length, 18);
    const local = Buffer.from(localName ?? name);
    const place = overlaps ? last : at;
    if (!overlaps) {
      fields.writeUInt16LE(local.length, 22);
      const body = Buffer.concat([Buffer.from("PK\x03\x04"), fields, local, packed]);
      bodies.push(body);
      last = at;
      at += body.length;
    }
    const central = Buffer.from(name);
    fields.writeUInt16LE(central.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(place, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), fields, tail, central]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, central, Buffer.from("PK\x05\x06"), end]);
}
