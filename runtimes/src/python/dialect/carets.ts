/** A line of a traceback, and what is known of the exception. */
export interface Pointed {
  readonly source: string;
  readonly line: number;
  /** Minor version of Python 3. */
  readonly version: number;
  readonly kind: string;
  readonly message: string;
  /** The function whose frame comes next; null for the innermost. */
  readonly following: string | null;
}

/** The marks that Python 3.11 and later put under a line, or null where more than one place could be meant. */
export function carets(_pointed: Pointed): string | null {
  return null;
}
