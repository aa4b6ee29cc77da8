import type { Flavour } from "../process.ts";

/** What an awk program has around it. */
export interface AwkWorld {
  /** Debian's awk is mawk, busybox has its own. */
  readonly flavour: Flavour;
  readonly spend: (steps: number) => void;
  readonly print: (text: string) => void;
  /** Opens an output: `>`, `>>` or `|`. */
  readonly open: (how: string, name: string) => { write(text: string): void };
  readonly close: (name: string) => number;
  readonly readFile: (name: string) => string | undefined;
  readonly system: (command: string) => number;
  /** What a command prints. */
  readonly outputOf: (command: string) => string;
  /** Whole numbers beyond this are shown as others are: mawk's int has 32 bits, busybox's 64. */
  readonly largest: number;
  readonly environ: ReadonlyMap<string, string>;
  readonly now: () => number;
}
