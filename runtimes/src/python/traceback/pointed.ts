/** A line of a traceback, and what is known of the exception. */
export interface Pointed {
  readonly source: string;
  readonly line: number;
  /** Minor version of Python 3. */
  readonly version: number;
  /** The function of the frame, as a traceback names it: `load`, `<module>`. */
  readonly place: string;
  readonly kind: string;
  readonly message: string;
  /** The function whose frame comes next; null for the innermost. */
  readonly following: string | null;
}
