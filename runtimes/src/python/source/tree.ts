/** A stretch of source: lines from 1, columns in characters from 0, the end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Expression = { readonly at: Span; readonly parenthesised?: boolean } & (
  | { readonly type: "Name"; readonly name: string }
  /** A number, `True`, `None`, `...`: the text as MicroPython reads it too. */
  | { readonly type: "Literal"; readonly text: string; readonly kind: string }
  | { readonly type: "String"; readonly value: string; readonly bytes: boolean }
  | { readonly type: "Format"; readonly parts: readonly FormatPart[] }
  | { readonly type: "Tuple" | "List" | "Set"; readonly items: readonly Expression[] }
  | { readonly type: "Dict"; readonly entries: readonly DictEntry[] }
  | { readonly type: "Starred"; readonly value: Expression }
  | { readonly type: "Attribute"; readonly value: Expression; readonly name: string }
  | { readonly type: "Subscript"; readonly value: Expression; readonly index: Expression }
  | {
      readonly type: "Slice";
      readonly start: Expression | null;
      readonly stop: Expression | null;
      readonly step: Expression | null;
    }
  | { readonly type: "Call"; readonly value: Expression; readonly args: readonly Argument[] }
  | { readonly type: "Unary"; readonly operator: string; readonly value: Expression }
  | {
      readonly type: "Binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: "Logic"; readonly operator: string; readonly values: readonly Expression[] }
  | {
      readonly type: "Compare";
      readonly left: Expression;
      readonly rest: readonly { readonly operator: string; readonly value: Expression }[];
    }
  | {
      readonly type: "Choice";
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly type: "Lambda"; readonly parameters: readonly Parameter[]; readonly body: Expression }
  | {
      readonly type: "Comprehension";
      readonly kind: "list" | "set" | "dict" | "generator";
      readonly key: Expression;
      readonly value: Expression | null;
      readonly loops: readonly Loop[];
    }
  | { readonly type: "Walrus"; readonly name: string; readonly value: Expression }
  | { readonly type: "Await"; readonly value: Expression }
  | { readonly type: "Yield"; readonly value: Expression | null; readonly from: boolean }
);

export interface DictEntry {
  /** `null`: the entry is `**value`. */
  readonly key: Expression | null;
  readonly value: Expression;
}

export type FormatPart =
  | string
  | {
      readonly value: Expression;
      /** `r`, `s`, `a` or nothing. */
      readonly conversion: string;
      readonly spec: readonly FormatPart[];
      /** The text before `=` of `{x=}`, spaces included; empty otherwise. */
      readonly label: string;
    };

export interface Argument {
  /** `=`: by name; `*`, `**`: spread; nothing: by place. */
  readonly kind: "" | "=" | "*" | "**";
  readonly name: string;
  readonly value: Expression;
}

export interface Loop {
  readonly target: Expression;
  readonly source: Expression;
  readonly tests: readonly Expression[];
  readonly isAsync: boolean;
}

export interface Parameter {
  readonly name: string;
  /** `/`: before a slash; `*`: after a star; `*args`, `**kwargs`: the collectors. */
  readonly kind: "/" | "" | "*" | "*args" | "**kwargs";
  readonly value: Expression | null;
  readonly annotation: Expression | null;
  readonly at: Span;
}

export interface Handler {
  readonly test: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
  readonly at: Span;
}

export type Pattern = { readonly at: Span } & (
  | { readonly type: "Any" }
  | { readonly type: "Capture"; readonly name: string }
  | { readonly type: "Equal"; readonly value: Expression }
  | { readonly type: "Same"; readonly value: Expression }
  | { readonly type: "Or"; readonly choices: readonly Pattern[] }
  | { readonly type: "As"; readonly pattern: Pattern; readonly name: string }
  | { readonly type: "Rest"; readonly name: string | null }
  | { readonly type: "Sequence"; readonly items: readonly Pattern[] }
  | {
      readonly type: "Mapping";
      readonly items: readonly { readonly key: Expression; readonly pattern: Pattern }[];
      readonly rest: string | null;
    }
  | {
      readonly type: "Class";
      readonly value: Expression;
      readonly items: readonly Pattern[];
      readonly named: readonly { readonly name: string; readonly pattern: Pattern }[];
    }
);

export type Statement = { readonly at: Span } & (
  | { readonly type: "Expression"; readonly value: Expression }
  | { readonly type: "Assign"; readonly targets: readonly Expression[]; readonly value: Expression }
  | {
      readonly type: "Augment";
      readonly target: Expression;
      readonly operator: string;
      readonly value: Expression;
    }
  | {
      readonly type: "Annotate";
      readonly target: Expression;
      readonly annotation: Expression;
      readonly value: Expression | null;
    }
  | { readonly type: "Pass" | "Break" | "Continue" }
  | { readonly type: "Return"; readonly value: Expression | null }
  | { readonly type: "Delete"; readonly targets: readonly Expression[] }
  | {
      readonly type: "Raise";
      readonly value: Expression | null;
      readonly cause: Expression | null;
    }
  | { readonly type: "Assert"; readonly test: Expression; readonly message: Expression | null }
  | { readonly type: "Global" | "Nonlocal"; readonly names: readonly string[] }
  | {
      readonly type: "Import";
      readonly names: readonly { readonly name: string; readonly as: string | null }[];
    }
  | {
      readonly type: "From";
      readonly level: number;
      readonly module: string;
      /** Empty: `*`. */
      readonly names: readonly { readonly name: string; readonly as: string | null }[];
    }
  | {
      readonly type: "If";
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly orElse: readonly Statement[];
    }
  | {
      readonly type: "While";
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly orElse: readonly Statement[];
    }
  | {
      readonly type: "For";
      readonly target: Expression;
      readonly source: Expression;
      readonly body: readonly Statement[];
      readonly orElse: readonly Statement[];
      readonly isAsync: boolean;
    }
  | {
      readonly type: "With";
      readonly items: readonly {
        readonly value: Expression;
        readonly target: Expression | null;
      }[];
      readonly body: readonly Statement[];
      readonly isAsync: boolean;
    }
  | {
      readonly type: "Try";
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly orElse: readonly Statement[];
      readonly last: readonly Statement[];
      readonly star: boolean;
    }
  | {
      readonly type: "Function";
      readonly name: string;
      /** Names that stand for types: `T` of `def first[T](…)`. */
      readonly types: readonly string[];
      readonly parameters: readonly Parameter[];
      readonly returns: Expression | null;
      readonly body: readonly Statement[];
      readonly decorators: readonly Expression[];
      readonly isAsync: boolean;
    }
  | {
      readonly type: "Class";
      readonly name: string;
      readonly types: readonly string[];
      readonly args: readonly Argument[];
      readonly body: readonly Statement[];
      readonly decorators: readonly Expression[];
    }
  | {
      readonly type: "Match";
      readonly subject: Expression;
      readonly cases: readonly {
        readonly pattern: Pattern;
        readonly guard: Expression | null;
        readonly body: readonly Statement[];
        readonly at: Span;
      }[];
    }
);
