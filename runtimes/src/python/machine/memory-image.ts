const PAGE = 4096;
const WORDS = PAGE / 4;

/** A linear memory at one moment, as the pages that differ from `base`; of those that do not, nothing is kept. */
export interface MemoryImage {
  readonly base: MemoryImage | undefined;
  /** Bytes of the whole memory. */
  readonly size: number;
  /** By number. A page that is in no image of the chain is zero. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
}

const ZERO = new Uint32Array(WORDS);

const pageOf = (image: MemoryImage | undefined, index: number): Uint8Array | undefined => {
  for (let one = image; one; one = one.base) {
    const page = one.pages.get(index);
    if (page) return page;
  }
  return undefined;
};

/** Takes a picture of a memory. `before`: a picture that it grew out of; its pages are shared where they are the same. */
export function takeImage(memory: WebAssembly.Memory, before?: MemoryImage): MemoryImage {
  const words = new Uint32Array(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  // Two pictures deep at most: the pristine one, and what differs from it.
  const base = before?.base ?? before;
  const pages = new Map<number, Uint8Array>();
  for (let index = 0; index * PAGE < bytes.length; index++) {
    const old = pageOf(base, index);
    if (isSame(words, index, old)) continue;
    const mine = before && before !== base ? before.pages.get(index) : undefined;
    pages.set(
      index,
      mine && isSame(words, index, mine) ? mine : bytes.slice(index * PAGE, (index + 1) * PAGE),
    );
  }
  return { base, size: bytes.length, pages };
}

function isSame(words: Uint32Array, index: number, page: Uint8Array | undefined): boolean {
  const other = page ? new Uint32Array(page.buffer, page.byteOffset, WORDS) : ZERO;
  const at = index * WORDS;
  for (let i = 0; i < WORDS; i++) if (words[at + i] !== other[i]) return false;
  return true;
}

/** Makes a memory what it was in the picture. It must not be smaller than the picture. */
export function putImage(memory: WebAssembly.Memory, image: MemoryImage): void {
  const bytes = new Uint8Array(memory.buffer);
  bytes.fill(0);
  for (const one of image.base ? [image.base, image] : [image])
    for (const [index, page] of one.pages) bytes.set(page, index * PAGE);
}
