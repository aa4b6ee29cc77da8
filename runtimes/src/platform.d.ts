/** What the runtimes ask of any host beside the language: WebAssembly's JavaScript interface, as far as it is used. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  class Instance {
    readonly exports: Readonly<Record<string, unknown>>;
    constructor(module: Module, imports: Imports);
  }
  type Imports = Readonly<Record<string, object>>;
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Table {
    get(index: number): (...values: number[]) => number;
  }
  interface Global<_T> {
    value: bigint;
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array<ArrayBuffer>): Promise<Module>;
}

/** What Vite makes of imports in a page. */
declare module "*?url" {
  const url: string;
  export default url;
}
interface ImportMeta {
  glob<T>(
    pattern: string | readonly string[],
    options: { readonly query: string; readonly import: string; readonly eager: true },
  ): Record<string, T>;
}
