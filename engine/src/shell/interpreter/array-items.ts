/** What an array of bash holds: text by key, where the key of an indexed array is its number's digits. */
export class ArrayItems extends Map<string, string> {
  #next = 0;
  #ascending = true;

  static of(entries: Iterable<readonly [string, string]>): ArrayItems {
    const items = new ArrayItems();
    for (const [key, value] of entries) items.set(key, value);
    return items;
  }

  /** One past the highest number; meaningless where keys are names. */
  get next(): number {
    return this.#next;
  }

  /** Were the numbers set from low to high, so that they need no sorting? */
  get ascending(): boolean {
    return this.#ascending;
  }

  override set(key: string, value: string): this {
    const number = Number(key);
    if (number >= this.#next) this.#next = number + 1;
    else if (this.#ascending && !this.has(key)) this.#ascending = false;
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    const gone = super.delete(key);
    if (Number(key) + 1 === this.#next) {
      this.#next = 0;
      for (const other of this.keys()) this.#next = Math.max(this.#next, Number(other) + 1);
    }
    return gone;
  }
}
