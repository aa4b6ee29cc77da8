/** Where something stands: `Makefile:3`. */
export interface Line {
  readonly file: string;
  readonly line: number;
}

export interface Recipe {
  /** Lines as they are written, without their tab; a line may go on over line feeds that are escaped. */
  readonly lines: readonly (Line & { readonly text: string })[];
}

/** What is said of one target, over all rules that name it. */
export interface Target {
  readonly name: string;
  prerequisites: string[];
  /** Behind `|`: they are made first, and their age does not count. */
  orderOnly: string[];
  recipe: Recipe | undefined;
  /** What a static pattern rule's `%` stood for. */
  stem: string | undefined;
  /** Variables that are its own: `target: NAME = value`. */
  readonly own: [name: string, sign: string, text: string, line: Line][];
}

/** `%.o: %.c`: for every name that fits. */
export interface PatternRule {
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  readonly recipe: Recipe;
}

export interface Makefile {
  readonly targets: Map<string, Target>;
  readonly patterns: PatternRule[];
  /** The first target that is none of make's own. */
  first: string | undefined;
}
