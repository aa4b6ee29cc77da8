/** The words of a command that was called, read by its description. */
export class Words {
  readonly #operands: readonly string[];
  readonly #options: ReadonlyMap<string, readonly string[]>;

  constructor(operands: readonly string[], options: ReadonlyMap<string, readonly string[]>) {
    this.#operands = operands;
    this.#options = options;
  }

  /** An operand that the description asks for is there. */
  operand(at: number): string {
    return this.#operands[at] ?? "";
  }

  get operands(): readonly string[] {
    return this.#operands;
  }

  has(option: string): boolean {
    return this.#options.has(option);
  }

  /** The last value that was given. */
  value(option: string): string | undefined {
    return this.#options.get(option)?.at(-1);
  }

  values(option: string): readonly string[] {
    return this.#options.get(option) ?? [];
  }
}
