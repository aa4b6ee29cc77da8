import { bytesOf, type Input } from "@drydock/engine";

/** Standard input as bytes, read line by line as it is asked for. */
export class StandardInput {
  readonly #from: Input;
  #held: Uint8Array = new Uint8Array();

  constructor(from: Input) {
    this.#from = from;
  }

  read(room: Uint8Array): number {
    if (this.#held.length === 0) this.#held = bytesOf(this.#from.line() ?? "");
    const part = this.#held.subarray(0, room.length);
    room.set(part);
    this.#held = this.#held.subarray(part.length);
    return part.length;
  }
}
