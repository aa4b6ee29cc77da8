import type { Directive } from "./directive.ts";

/**
 * What holds at one place of a configuration: the directives of its own block, then of those around it.
 *
 * nginx takes a setting from the innermost block that says it, and then all of what that block says of it: one
 * `add_header` in a location hides every `add_header` of the server.
 */
export class Scope {
  /** The innermost block first. */
  readonly blocks: readonly (readonly Directive[])[];
  /** The part of a path that a location answers for; `alias` and `proxy_pass` put something else in its place. */
  readonly prefix: string;

  constructor(blocks: readonly (readonly Directive[])[], prefix = "") {
    this.blocks = blocks;
    this.prefix = prefix;
  }

  inner(block: readonly Directive[], prefix = ""): Scope {
    return new Scope([block, ...this.blocks], prefix);
  }

  /** All directives of that name in the innermost block that has one. */
  all(name: string): readonly Directive[] {
    for (const block of this.blocks) {
      const found = block.filter((one) => one.name === name);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The words of the last such directive. */
  words(name: string): readonly string[] | undefined {
    return this.all(name).at(-1)?.args;
  }

  /** The words where this very block says it: `return`, `proxy_pass` and the like are not inherited. */
  own(name: string): readonly string[] | undefined {
    return this.blocks[0]?.findLast((one) => one.name === name)?.args;
  }

  isOn(name: string, usual: boolean): boolean {
    const words = this.words(name);
    return words === undefined ? usual : words[0] === "on";
  }
}
