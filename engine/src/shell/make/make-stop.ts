/** `*** words.  Stop.`: make gives up; where the words concern a line, it is told in front. */
export class MakeStop {
  readonly words: string;
  /** `Makefile:3`; undefined: make's own name stands there. */
  readonly place: string | undefined;
  constructor(words: string, place?: string) {
    this.words = words;
    this.place = place;
  }
}
