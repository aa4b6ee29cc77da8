import { needsPart } from "./engine-error.ts";

/**
 * Data of this version of Drydock that is kept apart because it weighs much: a package catalogue, an interpreter.
 *
 * What a part holds never changes. Whether it is here is thus no state of a machine, only a question of when.
 */
export class Part<T> {
  /** `catalogue:pip`; what NEEDS_PART asks for. */
  readonly name: string;
  #held: { readonly data: T } | undefined;
  #make: (() => T) | undefined;

  constructor(name: string) {
    this.name = name;
  }

  bring(data: T): void {
    this.#held = { data };
  }

  /** For a host that can make it on the spot: it is made when it is first asked for. */
  bringLater(make: () => T): void {
    this.#make = make;
  }

  /** @throws {EngineError} NEEDS_PART until it has been brought */
  get data(): T {
    if (!this.#held && this.#make) this.bring(this.#make());
    if (!this.#held) throw needsPart(this.name);
    return this.#held.data;
  }
}
