/** What a flag takes. `list` may be given several times; `optional` stands alone or with `=value`. */
type FlagKind = "bool" | "string" | "list" | "int" | "duration" | "optional";

/** One flag of a command, as its help shows it. */
export interface Flag {
  /** Without dashes. */
  readonly name: string;
  readonly short?: string;
  /** An older name that Docker still takes and its help does not show. */
  readonly also?: string;
  /** Docker takes it and its help does not show it. */
  readonly hidden?: boolean;
  /** Where it is for: not shown, and refused, on a Linux engine without experiments and swarm. */
  readonly only?: "windows" | "experimental" | "swarm";
  /** Docker takes it and warns: what it says after `Flag --name has been deprecated, `. */
  readonly deprecated?: string;
  readonly kind: FlagKind;
  /** The word for the value in the help text: `string`, `list`, `bytes`. */
  readonly value?: string;
  /** Docker's own words. */
  readonly help: string;
  readonly default?: string;
  /** What the help calls the default, where the command does not read it from here: `[]`, `map[]`. */
  readonly shown?: string;
  /** Docker has it and Drydock lacks it: what the real one would do. Using it is told, never ignored. */
  readonly lacking?: string;
  /** Values of a flag that is lacking with which Drydock does what the real one would do. */
  readonly except?: RegExp;
  /** Why a value is refused, in the command's own words. */
  readonly refuse?: (value: string) => string | undefined;
}
