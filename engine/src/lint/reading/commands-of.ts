import { type Command, forEachChild, type SyntaxNode } from "unbash";
import type { Range } from "../../core/position.ts";
import { parseScript } from "../../shell/syntax/parse-script.ts";
import { basename } from "../../vfs/path.ts";
import { innerCommand } from "./inner-command.ts";
import type { ShellCommand } from "./shell-command.ts";

/** From offsets of a script to a place in the Dockerfile. */
export type Locate = (from: number, to: number) => Range;

type Draft = { -readonly [Key in keyof ShellCommand]: ShellCommand[Key] };

/** Where a command stands in its script. */
interface Place {
  readonly locate: Locate;
  readonly own: boolean;
  readonly background: boolean;
  readonly pipe: Draft[] | undefined;
  readonly taken: Draft[] | undefined;
  readonly depth: number;
}

const DEEPEST = 8;
const MOST = 2000;

/**
 * Every command of a script in the order of its text, those in `sh -c`, `env`, `sudo` and `$(…)` included; a wrapper
 * comes before what it wraps. Up to the first syntax error, and never more than 2,000.
 */
export function commandsOf(script: string, locate: Locate): readonly ShellCommand[] {
  const found: Draft[] = [];
  readScript(
    script,
    { locate, own: true, background: false, pipe: undefined, taken: undefined, depth: 0 },
    found,
  );
  return found;
}

/** The one command of an exec form, and what it wraps. */
export function commandOf(argv: readonly string[], range: Range): readonly ShellCommand[] {
  const found: Draft[] = [];
  const [name, ...words] = argv;
  const place = {
    locate: () => range,
    own: false,
    background: false,
    pipe: undefined,
    taken: undefined,
    depth: 0,
  };
  if (name !== undefined) add({ name, words, assigned: new Map(), range, writes: [] }, place, found);
  return found;
}

function readScript(script: string, place: Place, found: Draft[]): void {
  if (place.depth > DEEPEST) return;
  // Bash's reading keeps the offsets, and takes all that the smaller shells take.
  for (const statement of parseScript(script, "bash").commands) visit(statement, place, found);
}

function visit(node: SyntaxNode, place: Place, found: Draft[]): void {
  if (found.length >= MOST || place.depth > DEEPEST) return;
  switch (node.type) {
    case "Command":
      return addCommand(node, place, found);
    case "Statement":
      return visit(node.command, { ...place, background: node.background === true }, found);
    case "Pipeline": {
      const many = node.commands.length > 1;
      const pipe: Draft[] | undefined = many ? [] : place.pipe;
      for (const command of node.commands) visit(command, { ...place, own: place.own && !many, pipe }, found);
      return undefined;
    }
    case "Subshell":
    case "Function":
    case "CommandExpansion":
    case "ProcessSubstitution": {
      const inner: Place = { ...place, own: false, pipe: node.type === "Subshell" ? place.pipe : undefined };
      return forEachChild(node, (child) => visit(child, inner, found));
    }
    default:
      return forEachChild(node, (child) => visit(child, place, found));
  }
}

function addCommand(node: Command, place: Place, found: Draft[]): void {
  const assigned = new Map<string, string>();
  for (const part of node.prefix)
    if (part.type === "Assignment")
      assigned.set(part.name, part.value.type === "Word" ? part.value.value : "");
  const writes: string[] = [];
  for (const redirect of node.redirects)
    if (redirect.type === "Redirect" && redirect.operator.startsWith(">") && redirect.target)
      writes.push(redirect.target.value);
  const words = node.args.map((word) => (word.type === "Word" ? word.value : word.text));
  const range = place.locate(node.pos, node.end);
  const command = add({ name: node.name?.value ?? "", words, assigned, range, writes }, place, found);
  const taken: Draft[] = [];
  forEachChild(node, (child) =>
    visit(
      child,
      { ...place, locate: () => range, own: false, pipe: undefined, taken, depth: place.depth + 1 },
      found,
    ),
  );
  command.taken = taken;
}

type Said = Pick<ShellCommand, "name" | "words" | "assigned" | "range" | "writes">;

function add(said: Said, place: Place, found: Draft[]): Draft {
  const { own, background, taken, depth } = place;
  const pipe = place.pipe ?? [];
  const command: Draft = { ...said, name: basename(said.name), pipe, own, background, taken: [] };
  pipe.push(command);
  taken?.push(command);
  found.push(command);
  const inner = innerCommand(command);
  if (inner === undefined || depth >= DEEPEST) return command;
  const { range } = said;
  if ("script" in inner) {
    readScript(
      inner.script,
      { ...place, locate: () => range, own: inner.own && own, pipe: undefined, depth: depth + 1 },
      found,
    );
    return command;
  }
  const [name = "", ...words] = inner.argv;
  const assigned = new Map([...said.assigned, ...inner.assigned]);
  add({ name, words, assigned, range, writes: [] }, { ...place, own: false, depth: depth + 1 }, found);
  return command;
}
