const NUMBERED = /<((?:short )?id) (\d+)>/g;

/** The text without the numbers of its ids: these may differ, as long as equal ones stay equal. */
export const unnumbered = (text: string): string => text.replaceAll(NUMBERED, "<$1>");

const numbers = (text: string): string[] => [...text.matchAll(NUMBERED)].map(([, , number = ""]) => number);

/** Which id of ours is which of theirs, over a whole session: the same id there must be the same id here, and no other. */
export class SameIds {
  readonly #ours = new Map<string, string>();
  readonly #theirs = new Map<string, string>();

  /** For two texts that are equal but for the numbers of their ids. @returns the first id that is not the same, if any. */
  check(theirs: string, ours: string): string | undefined {
    const own = numbers(ours);
    for (const [i, number] of numbers(theirs).entries()) {
      const mine = own[i] ?? "";
      const before = this.#ours.get(number) ?? mine;
      const back = this.#theirs.get(mine) ?? number;
      if (before !== mine) return `<id ${number}> was another id before`;
      if (back !== number) return `the id for <id ${number}> stood for <id ${back}> before`;
      this.#ours.set(number, mine);
      this.#theirs.set(mine, number);
    }
    return undefined;
  }
}
