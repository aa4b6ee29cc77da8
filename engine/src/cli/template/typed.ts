import { Struct, type Value } from "./value.ts";

/** A struct of the client that messages name: `system.dockerInfo`. All its fields are set. */
export class Typed extends Struct {
  readonly type: string;
  readonly #keys: Readonly<Record<string, string>>;

  /** @param keys what JSON calls the fields that it calls otherwise; a field that it leaves out is called nothing */
  constructor(
    type: string,
    fields: Readonly<Record<string, Value>>,
    keys: Readonly<Record<string, string>> = {},
  ) {
    super(fields, fields, () => false);
    this.type = type;
    this.#keys = keys;
  }

  override toJSON(): Record<string, Value> {
    return Object.fromEntries(
      [...this.fields]
        .map(([name, value]) => [this.#keys[name] ?? name, value] as const)
        .filter(([name]) => name !== ""),
    );
  }
}
