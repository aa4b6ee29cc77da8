/**
 * What a module remembers from one call to the next would leak from one mutant into the next. Maps made while mutated
 * modules load are therefore noted, and go back to what they held when loading ended.
 */
export interface ForgetfulMaps {
  /** To be called once, when all modules are loaded. */
  settle(): void;
  /** Back to what was held then. */
  forget(): void;
}

/**
 * Puts its own Map and WeakMap in the place of the global ones; to be called before the modules load.
 *
 * @param mutated which modules may remember what a mutant said, matched with the stack of calls
 */
export function forgetfulMaps(mutated: RegExp): ForgetfulMaps {
  const [RealMap, RealWeakMap] = [globalThis.Map, globalThis.WeakMap];
  const noted = new Set<Map<unknown, unknown>>();
  const before = new RealMap<Map<unknown, unknown>, readonly [unknown, unknown][]>();
  const cleared = new Set<ClearedWeakMap>();
  let loading = true;
  const remembers = (): boolean => loading && mutated.test(new Error("made here").stack ?? "");

  const note = (map: Map<unknown, unknown>): void => {
    if (!loading && noted.has(map) && !before.has(map)) before.set(map, [...map]);
  };
  class NotedMap extends RealMap<unknown, unknown> {
    static override [Symbol.hasInstance](value: unknown): boolean {
      return RealMap.prototype.isPrototypeOf(value as object);
    }
    constructor(entries?: Iterable<readonly [unknown, unknown]> | null) {
      super(entries);
      if (remembers()) noted.add(this);
    }
    override set(key: unknown, value: unknown): this {
      note(this);
      return super.set(key, value);
    }
    override delete(key: unknown): boolean {
      note(this);
      return super.delete(key);
    }
    override clear(): void {
      note(this);
      super.clear();
    }
  }
  class ClearedWeakMap extends RealWeakMap<WeakKey, unknown> {
    #held = new RealWeakMap<WeakKey, unknown>();
    constructor() {
      super();
      if (remembers()) cleared.add(this);
    }
    override get(key: WeakKey): unknown {
      return this.#held.get(key);
    }
    override has(key: WeakKey): boolean {
      return this.#held.has(key);
    }
    override set(key: WeakKey, value: unknown): this {
      this.#held.set(key, value);
      return this;
    }
    override delete(key: WeakKey): boolean {
      return this.#held.delete(key);
    }
    clear(): void {
      this.#held = new RealWeakMap();
    }
  }
  Object.assign(globalThis, { Map: NotedMap, WeakMap: ClearedWeakMap });

  return {
    settle: () => {
      loading = false;
    },
    forget: () => {
      for (const [map, entries] of before) {
        map.clear();
        for (const [key, value] of entries) map.set(key, value);
      }
      before.clear();
      for (const map of cleared) map.clear();
    },
  };
}
