import { type Document, isMap, isNode, isPair, isScalar, isSeq, type LineCounter, type Node } from "yaml";

/** A place in a YAML text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where values stand in a YAML text. */
export class SourceMap {
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  at(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** The value at a path, or the nearest thing around it where it is missing. */
  value(path: readonly PropertyKey[]): Place {
    let node: unknown = this.#document.contents;
    let place = this.#of(node);
    for (const step of path) {
      node = isMap(node) || isSeq(node) ? node.get(typeof step === "symbol" ? "" : step, true) : undefined;
      if (!isNode(node)) break;
      place = this.#of(node);
    }
    return place;
  }

  /** The key of a map, for what is wrong with the key and not with its value. */
  key(path: readonly PropertyKey[], key: string): Place {
    let node: unknown = this.#document.contents;
    for (const step of path)
      node = isMap(node) || isSeq(node) ? node.get(typeof step === "symbol" ? "" : step, true) : undefined;
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    return pair && isNode(pair.key) ? this.#of(pair.key) : this.value(path);
  }

  #of(node: unknown): Place {
    const start = isNode(node) ? (node as Node).range?.[0] : undefined;
    return start === undefined ? { line: 1, column: 1 } : this.at(start);
  }
}
