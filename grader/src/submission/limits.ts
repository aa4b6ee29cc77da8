/** How much there may be of something. Sizes in bytes. */
interface Limits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked against packed, once `ratioFrom` bytes are out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
  readonly fileBytes: number;
  readonly depth: number;
  readonly pathBytes: number;
  readonly dockerfileBytes: number;
  readonly instructions: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** What a submission may hold. Beyond it, it is refused: that is neither a zero nor an error. */
export const limits: Limits = {
  packedBytes: 20 * MIB,
  unpackedBytes: 64 * MIB,
  ratio: 200,
  ratioFrom: MIB,
  entries: 5000,
  fileBytes: 10 * MIB,
  depth: 32,
  pathBytes: 1024,
  dockerfileBytes: 256 * KIB,
  instructions: 2000,
};

/** A submission that is not graded, and why, in words for its author. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
