/** A dependency without an exact version, and where it stands. */
export interface LooseDependency {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}
