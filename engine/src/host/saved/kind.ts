/** One sort of thing that is no plain data: how it is taken apart into such, and made again. */
export interface Kind<T extends object = object> {
  /** Stands in what was saved: never used for anything else. */
  readonly name: string;
  is(value: object): value is T;
  /** Plain data, or things of other kinds. @throws {CannotKeep} where it lives only here and now */
  pack(value: T): unknown;
  /** @throws {DamagedGraph} where `packed` is nothing that `pack` gives */
  unpack(packed: unknown): T;
}
