/** What a replay needs of a machine; see `oracle.ts`, which makes one of the engine. */
export interface Machine {
  put(
    path: string,
    file:
      | { readonly content: Uint8Array; readonly mode?: number; readonly mtime: number }
      | { readonly link: string; readonly mtime: number }
      | { readonly directory: true; readonly mode: number; readonly mtime: number },
  ): void;
  touch(path: string, mtime: number): void;
  chmod(path: string, mode: number): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
  sleep(seconds: number): void;
  run(line: string): { readonly exitCode: number; readonly stdout: string; readonly stderr: string };
  image(reference: string): MachineImage | undefined;
}

export interface MachineImage {
  readonly id: string;
  /** The exact text that `id` is the digest of. */
  readonly config: string;
  /** Oldest first; a layer of a recorded base has no tar. */
  readonly layers: readonly { readonly diffId: string; readonly tar: Uint8Array | null }[];
}
