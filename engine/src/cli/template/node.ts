import type { WholeFloat } from "./value.ts";

/** One argument of a command, or all of a parenthesis. `at` is where Go's messages place it in the source. */
export type Operand =
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean | WholeFloat;
      readonly text: string;
      readonly at: number;
    }
  | { readonly kind: "dot" | "nil"; readonly at: number }
  | { readonly kind: "field"; readonly path: readonly string[]; readonly at: number }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly path: readonly string[];
      readonly at: number;
    }
  | { readonly kind: "function"; readonly name: string; readonly at: number }
  | { readonly kind: "chain"; readonly of: Operand; readonly path: readonly string[]; readonly at: number }
  | Pipe;

/** Operands beside each other: a value, or a function and what it gets. */
export interface Command {
  readonly kind: "command";
  readonly operands: readonly Operand[];
  readonly at: number;
}

export interface Pipe {
  readonly kind: "pipe";
  /** `$x := …`, or the two names of a range. */
  readonly names: readonly string[];
  /** `$x = …`: a variable that is there. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
  readonly at: number;
}

export interface Block {
  readonly kind: "if" | "range" | "with";
  readonly pipe: Pipe;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[];
  readonly at: number;
}

/** `{{template "name" .}}` */
interface Inclusion {
  readonly kind: "template";
  readonly name: string;
  readonly pipe: Pipe | undefined;
  readonly at: number;
}

export type Node =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "action"; readonly pipe: Pipe; readonly at: number }
  | { readonly kind: "break" | "continue"; readonly at: number }
  | Block
  | Inclusion;

/** What messages can point at. */
export type Place = Operand | Command | Inclusion;

const names = (path: readonly string[]): string => path.map((name) => `.${name}`).join("");
const inside = (operand: Operand): string =>
  operand.kind === "pipe" ? `(${nodeText(operand)})` : nodeText(operand);

/** The node as Go's messages print it. */
export function nodeText(node: Place): string {
  switch (node.kind) {
    case "literal":
      return node.text;
    case "dot":
      return ".";
    case "nil":
      return "nil";
    case "field":
      return names(node.path);
    case "variable":
      return `${node.name}${names(node.path)}`;
    case "function":
      return node.name;
    case "chain":
      return `${inside(node.of)}${names(node.path)}`;
    case "command":
      return node.operands.map(inside).join(" ");
    case "pipe": {
      const declared = node.names.length > 0 ? `${node.names.join(", ")} ${node.assigns ? "=" : ":="} ` : "";
      return declared + node.commands.map(nodeText).join(" | ");
    }
    case "template":
      return `{{template ${JSON.stringify(node.name)}${node.pipe ? ` ${nodeText(node.pipe)}` : ""}}}`;
  }
}
