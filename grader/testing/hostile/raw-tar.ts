/** A plain USTAR member, whatever its name and type: what no packer would write. */
export function member(name: string | Uint8Array, data = "", type = "0", target = ""): Uint8Array {
  const block = new Uint8Array(512);
  const put = (at: number, text: string): void => block.set(Buffer.from(text), at);
  block.set(typeof name === "string" ? Buffer.from(name) : name);
  put(100, "0000644\0");
  put(108, "0000000\0");
  put(116, "0000000\0");
  put(124, `${data.length.toString(8).padStart(11, "0")}\0`);
  put(136, "00000000000\0");
  put(148, "        ");
  put(156, type);
  put(157, target);
  put(257, "ustar\x0000");
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, "0")}\0 `);
  const body = new Uint8Array(Math.ceil(data.length / 512) * 512);
  body.set(Buffer.from(data));
  return Buffer.concat([block, body]);
}

export const tar = (...members: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([...members, new Uint8Array(1024)]);
