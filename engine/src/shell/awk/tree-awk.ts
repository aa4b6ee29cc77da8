export type Expr =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "regex"; readonly pattern: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "field"; readonly index: Expr }
  | { readonly kind: "element"; readonly name: string; readonly keys: readonly Expr[] }
  | { readonly kind: "unary"; readonly operator: string; readonly body: Expr }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "assign"; readonly operator: string; readonly target: Expr; readonly value: Expr }
  | { readonly kind: "step"; readonly by: 1 | -1; readonly prefix: boolean; readonly target: Expr }
  | { readonly kind: "choice"; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly kind: "in"; readonly keys: readonly Expr[]; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expr[] }
  | {
      readonly kind: "getline";
      readonly target: Expr | undefined;
      readonly file: Expr | undefined;
      readonly command: Expr | undefined;
    };

export type Stmt =
  | { readonly kind: "expression"; readonly body: Expr }
  | {
      readonly kind: "print";
      readonly format: boolean;
      readonly args: readonly Expr[];
      readonly to: { readonly how: string; readonly file: Expr } | undefined;
    }
  | { readonly kind: "if"; readonly test: Expr; readonly yes: Stmt; readonly no: Stmt | undefined }
  | { readonly kind: "while"; readonly test: Expr; readonly body: Stmt; readonly first: boolean }
  | {
      readonly kind: "for";
      readonly start: Stmt | undefined;
      readonly test: Expr | undefined;
      readonly step: Stmt | undefined;
      readonly body: Stmt;
    }
  | { readonly kind: "forIn"; readonly name: string; readonly array: string; readonly body: Stmt }
  | { readonly kind: "block"; readonly body: readonly Stmt[] }
  | {
      readonly kind: "leave";
      readonly how: Leaving;
      readonly value: Expr | undefined;
    }
  | { readonly kind: "delete"; readonly name: string; readonly keys: readonly Expr[] | undefined };

export interface Rule {
  readonly from: Expr | "BEGIN" | "END" | undefined;
  readonly to: Expr | undefined;
  readonly body: Stmt | undefined;
}

export interface AwkFunction {
  readonly parameters: readonly string[];
  readonly body: Stmt;
}

export interface AwkProgram {
  readonly rules: readonly Rule[];
  readonly functions: ReadonlyMap<string, AwkFunction>;
}

const LEAVING = ["next", "nextfile", "exit", "break", "continue", "return"] as const;
/** Words that leave what runs. */
export type Leaving = (typeof LEAVING)[number];
export const isLeaving = (word: string): word is Leaving => LEAVING.some((one) => one === word);
