import { gzipSync } from "node:zlib";
import type { PlacedFile } from "./transcript.ts";

const BLOCK = 512;
/** Archives are written in whole records. */
const RECORD = 20 * BLOCK;

/** A USTAR archive of the members, as the recorded contexts held them: folders belong to root. */
export function makeTar(
  { members, uid, gid, gzip }: PlacedFile & { kind: "tar" },
  mtime: number,
): Uint8Array {
  const blocks = members.flatMap(([name, text]) => {
    const folder = name.endsWith("/");
    const body = Buffer.from(folder ? "" : text);
    const fields = {
      name,
      mode: folder ? 0o755 : 0o644,
      uid: folder ? 0 : uid,
      gid: folder ? 0 : gid,
      size: body.length,
      mtime,
      flag: folder ? "5" : "0",
    };
    return [header(fields), body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)];
  });
  const full = Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
  const tar = Buffer.concat([full, Buffer.alloc((RECORD - (full.length % RECORD)) % RECORD)]);
  return new Uint8Array(gzip ? gzipSync(tar) : tar);
}

interface Fields {
  readonly name: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly mtime: number;
  readonly flag: string;
}

function header({ name, mode, uid, gid, size, mtime, flag }: Fields): Buffer {
  const block = Buffer.alloc(BLOCK);
  const number = (value: number, at: number, width: number): void =>
    void block.write(value.toString(8).padStart(width - 1, "0"), at);
  block.write(name, 0);
  number(mode, 100, 8);
  number(uid, 108, 8);
  number(gid, 116, 8);
  number(size, 124, 12);
  number(mtime, 136, 12);
  block.write(flag, 156);
  block.write("ustar\u000000", 257);
  // The sum is taken with blanks where it will stand: six digits, a zero and a blank.
  block.fill(" ", 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  number(sum, 148, 7);
  block[154] = 0;
  return block;
}
