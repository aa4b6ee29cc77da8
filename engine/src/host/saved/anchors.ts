/**
 * Things that the reader has as well, and that are written as their address: files of base images, what docker.io holds.
 * Addresses are plain data without objects that are shared.
 */
export interface Anchors {
  addressOf(value: object): string | undefined;
  /** Undefined where there is nothing of that address. */
  at(address: string): object | undefined;
}
