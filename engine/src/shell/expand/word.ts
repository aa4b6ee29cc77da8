import { type HereDoc, parse, type ParameterExpansionPart, type Word, type WordPart } from "unbash";
import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import { isName, valueOf } from "../interpreter/variables.ts";
import { elementOf, type ExpandIndex, keysOf, valuesOf as listed } from "./array.ts";
import { braces } from "./braces.ts";
import { compute } from "./compute.ts";
import { fieldsOf, lengthOfPieces, LONGEST_WORD, type Piece } from "./fields.ts";
import { glob } from "./glob.ts";
import {
  badSubstitution,
  giveDefault,
  lengthOf,
  parameterValue,
  replace,
  required,
  slice,
  trim,
  unsetError,
} from "./parameter.ts";
import { substituteFile, substituteSink } from "./process-substitution.ts";
import { hasGroup } from "./extended-pattern.ts";
import { literalPieces, unescapeQuoted } from "./literal-pieces.ts";
import { isPattern, plainCaret, quotePattern } from "./pattern.ts";
import { wordOf } from "./word-of.ts";
import { shownVariable, transformation } from "./transform.ts";
import { tilde } from "./tilde.ts";

/** Where a word stands: does `~` count after `:` too, is it inside double quotes, is it what follows `:-`? */
interface Place {
  readonly quoted: boolean;
  readonly assignment?: boolean;
  readonly operand?: boolean;
  /** The fields of `$*` and `$@` become one text. */
  readonly single?: boolean;
  /** Groups as `+(a|b)` are read whatever `extglob` says. */
  readonly groups?: boolean;
}

/** Text of the script whose `*?[` count. */
const raw = (text: string): Piece => ({ text, quoted: false, split: false });
const solid = (text: string): Piece => ({ text, quoted: true, split: false });

/** Words of a command after every expansion (POSIX 2.6). */
export function expandWords(shell: Shell, words: readonly Word[]): string[] {
  const out: string[] = [];
  for (const word of words) for (const field of expandWord(shell, word)) out.push(field);
  return out;
}

function expandWord(shell: Shell, word: Word): string[] {
  if (word.parts === undefined && !word.text.startsWith("~")) return [word.value];
  if (shell.dialect === "bash" && word.text.includes("{")) {
    const several = braces(word.text, (work) => shell.kernel.spend(work));
    if (several.length > 1) return several.flatMap((text) => expandWord(shell, wordOf(text)));
  }
  const pieces = piecesOf(shell, word, { quoted: false });
  const fields = fieldsOf(pieces, valueOf(shell, "IFS") ?? " \t\n");
  shell.kernel.spend((lengthOfPieces(pieces) >> 4) + (fields.length >> 1));
  if (shell.options.has("noglob")) return fields.map(({ text }) => text);
  return fields.flatMap(({ text, pattern }) => {
    if (!isPattern(pattern, shell.options.has("extglob"))) return [text];
    const paths = glob(shell, pattern);
    if (paths.length === 0 && shell.options.has("failglob"))
      throw new ShellError(`no match: ${text}`, 1, true);
    return paths.length > 0 || shell.options.has("nullglob") ? paths : [text];
  });
}

/** One text, neither split nor globbed: assignments, redirections, `case`. */
export function expandText(shell: Shell, word: Word, assignment = false): string {
  if (word.parts === undefined && !word.text.includes("~")) return word.value;
  return joined(piecesOf(shell, word, { quoted: false, assignment, single: true }));
}

/** The word as a pattern: what was quoted stands for itself. */
export function expandPattern(shell: Shell, word: Word, groups = false): string {
  // In an expansion's operand groups are not told apart from text.
  const grouped = shell.options.has("extglob") && hasGroup(word.text) ? wordOf(word.text) : word;
  const pattern = piecesOf(shell, grouped, { quoted: false, groups })
    .map((piece) => (piece.quoted ? quotePattern(piece.text) : piece.text))
    .join("");
  return shell.dialect === "dash" ? plainCaret(pattern) : pattern;
}

/** The word as a regular expression: what was quoted stands for itself. */
export function expandRegex(shell: Shell, word: Word): string {
  if (word.parts === undefined) return word.text;
  return word.parts
    .flatMap((part) =>
      part.type === "Literal" ||
      part.type === "Glob" ||
      part.type === "ExtendedGlob" ||
      part.type === "BraceExpansion"
        ? [raw(part.text)]
        : partPieces(shell, part, { quoted: false }),
    )
    .map((piece) => (piece.quoted ? piece.text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&") : piece.text))
    .join("");
}

/** The text of a here-document. */
export function expandHereDoc(shell: Shell, node: HereDoc): string {
  const { body, delimiter } = node;
  const untabbed = (text: string, first: boolean): string =>
    node.operator === "<<" ? text : (first ? text.replace(/^\t+/, "") : text).replaceAll(/\n\t+/g, "\n");
  if (delimiter?.quoted) return untabbed(body.text, true);
  if (body.parts === undefined) return unescapeQuoted(untabbed(body.text, true));
  return joined(
    body.parts.flatMap((part, i) => {
      if (part.type !== "Literal") return partPieces(shell, part, { quoted: true });
      return [solid(unescapeQuoted(untabbed(part.text, i === 0)))];
    }),
  );
}

/** Text that is not in the script's own syntax tree: `PS4`, an arithmetic expression. */
export function expandQuoted(shell: Shell, text: string): string {
  if (!/[$`\\]/.test(text)) return text;
  const command = parse(`: <<\u0001\n${text}\n\u0001\n`).commands[0]?.command;
  const node = command?.type === "Command" ? command.redirects[0] : undefined;
  return node?.type === "HereDoc" ? expandHereDoc(shell, node).slice(0, -1) : text;
}

/** The index of an array's element, its variables in place. */
export const expandIndex: ExpandIndex = (shell, index, keyed) =>
  keyed ? expandText(shell, index) : expandQuoted(shell, expandText(shell, index));

/** Characters that a text may have before it is assigned or written; splitting it costs more. */
const LONGEST_TEXT = 4 * LONGEST_WORD;

const joined = (pieces: readonly Piece[]): string => {
  let text = "";
  pieces.forEach((piece, i) => {
    text += (piece.boundary && i > 0 ? " " : "") + piece.text;
    if (text.length > LONGEST_TEXT)
      throw new EngineError("LIMIT", { what: "characters in a word", limit: LONGEST_TEXT });
  });
  return text;
};

function piecesOf(shell: Shell, word: Word, place: Place): Piece[] {
  const { parts } = word;
  if (parts === undefined) {
    if (place.operand && (place.quoted || !word.text.startsWith("~")))
      return literalPieces(word.text, place.quoted);
    return [solid(tilde(shell, word.text, word.value, place))];
  }
  return parts.flatMap((part, i) => {
    if (part.type === "Literal" && !place.operand && (i === 0 || place.assignment)) {
      const alone = i === parts.length - 1 || part.text.includes("/") || part.text.includes(":");
      if (alone && part.text.includes("~"))
        return [
          solid(
            tilde(shell, part.text, part.value, {
              ...place,
              quoted: place.quoted || (i > 0 && !place.assignment),
            }),
          ),
        ];
    }
    return partPieces(shell, part, place);
  });
}

function partPieces(shell: Shell, part: WordPart, place: Place): Piece[] {
  const found = (text: string): Piece[] => [{ text, quoted: place.quoted, split: !place.quoted }];
  switch (part.type) {
    case "Literal":
      if (place.operand) return literalPieces(part.text, place.quoted);
      return [solid(part.value)];
    case "SingleQuoted":
      return [solid(place.quoted ? part.text : part.value)];
    case "AnsiCQuoted":
      return [solid(place.quoted ? part.text : part.value)];
    case "DoubleQuoted":
    case "LocaleString": {
      const dollar = part.type === "LocaleString" && shell.dialect !== "bash" ? [solid("$")] : [];
      const inner = part.parts.flatMap((child) =>
        partPieces(shell, child, { quoted: true, single: place.single === true }),
      );
      const vanishes = part.parts.length > 0 && inner.length === 0;
      return [...dollar, ...(inner.length > 0 || vanishes ? inner : [solid("")])];
    }
    case "Glob":
      if (place.quoted) return [solid(part.text)];
      if (part.kind !== "bracket") return [{ text: part.text, quoted: false, split: false }];
      return [
        raw("["),
        ...part.parts.flatMap((child) =>
          child.type === "Literal" ? [raw(child.text)] : partPieces(shell, child, place),
        ),
        raw("]"),
      ];
    case "BraceExpansion":
      return (
        part.parts?.flatMap((child) => partPieces(shell, child, place)) ?? [
          { text: part.text, quoted: true, split: false },
        ]
      );
    case "SimpleExpansion":
      return parameterPieces(shell, part.text.slice(1), place);
    case "ParameterExpansion":
      return expansionPieces(shell, part, place);
    case "CommandExpansion": {
      const { script } = part;
      const source = script?.source === undefined ? shell.source : { text: script.source, line: shell.line };
      return found(shell.interpreter.substitute(shell, script?.commands ?? [], source));
    }
    case "ArithmeticExpansion": {
      shell.kernel.spend(2);
      const inner = part.text.startsWith("$((") ? part.text.slice(3, -2) : part.text.slice(2, -1);
      return found(String(compute(shell, expandQuoted(shell, inner))));
    }
    case "ProcessSubstitution":
      if (!part.script) throw notSimulated(`bash's ${part.text.slice(0, 40)}`, "bash would expand it");
      return [solid((part.operator === "<" ? substituteFile : substituteSink)(shell, part.script))];
    case "ExtendedGlob":
      if (!place.groups && !shell.options.has("extglob"))
        throw notSimulated(
          `bash's ${part.text.slice(0, 40)} without extglob`,
          "bash would refuse the command",
        );
      return [
        raw(`${part.operator}(`),
        ...(part.parts?.flatMap((inner) =>
          inner.type === "Literal" ? [raw(inner.text)] : partPieces(shell, inner, place),
        ) ?? [raw(part.pattern)]),
        raw(")"),
      ];
  }
}

function nounset(shell: Shell, name: string, value: string | undefined): string | undefined {
  if (value === undefined && shell.options.has("nounset")) throw unsetError(shell, name);
  return value;
}

function parameterPieces(shell: Shell, name: string, place: Place): Piece[] {
  if (name !== "@" && name !== "*") {
    const value = nounset(shell, name, parameterValue(shell, name)) ?? "";
    return [{ text: value, quoted: place.quoted, split: !place.quoted }];
  }
  const values = shell.parameters;
  return listPieces(shell, values, name, place);
}

const separatorOf = (shell: Shell): string => (valueOf(shell, "IFS") ?? " ").slice(0, 1);

function listPieces(shell: Shell, values: readonly string[], name: string, place: Place): Piece[] {
  shell.kernel.spend(values.length >> 3);
  const separator = separatorOf(shell);
  if (place.quoted && name === "*") return [solid(values.join(separator))];
  if (place.single) return [solid(values.join(name === "*" || shell.dialect !== "bash" ? separator : " "))];
  return values.map((text, i) => ({ text, quoted: place.quoted, split: !place.quoted, boundary: i > 0 }));
}

/** `${…}` with all its operators. */
function expansionPieces(shell: Shell, part: ParameterExpansionPart, place: Place): Piece[] {
  const { parameter, operation, prefix, index } = part;
  const posix = shell.dialect !== "bash";
  const list = parameter === "@" || parameter === "*";
  if (posix && prefix === "!" && parameter === "")
    return expansionPieces(shell, { ...part, prefix: undefined, parameter: "!" }, place);
  if (posix && (index || prefix === "!" || parameter === "")) throw badSubstitution(shell, part.text);
  const found = (text: string): Piece[] => [{ text, quoted: place.quoted, split: !place.quoted }];
  const shownName = index ? `${parameter}[${index.text}]` : parameter;
  const star = index?.text === "*" || parameter === "*" ? "*" : "@";
  const all = list
    ? shell.parameters
    : index?.text === "@" || index?.text === "*"
      ? listed(shell, parameter)
      : undefined;
  if (prefix === "!" && index && all) return listPieces(shell, keysOf(shell, parameter), star, place);
  let value = index
    ? elementOf(shell, parameter, index, expandIndex)
    : list
      ? undefined
      : parameterValue(shell, parameter);
  if (operation?.type === "Names") {
    const names = [...shell.variables.keys()].filter((name) => name.startsWith(parameter)).sort();
    return listPieces(shell, names, operation.operator, place);
  }
  const refersTo = prefix === "!" ? shell.variables.get(parameter)?.refersTo : undefined;
  if (refersTo !== undefined && operation === undefined) return found(refersTo);
  if (prefix === "!") {
    if (value === undefined && operation === undefined)
      throw new ShellError(`${parameter}: invalid indirect expansion`, 1, true);
    value = value === undefined ? undefined : parameterValue(shell, value);
  }
  // In dash and ash it is the length of `$*`, and not how many there are.
  if (prefix === "#" && all)
    return found(String(posix ? lengthOf(shell, all.join(separatorOf(shell))) : all.length));
  if (prefix === "#") {
    return found(String(lengthOf(shell, nounset(shell, parameter, value) ?? "")));
  }
  if (operation === undefined) {
    if (all) return listPieces(shell, all, star, place);
    if (!isName(parameter) && !/^(\d+|[-?#$!])$/.test(parameter)) throw badSubstitution(shell, part.text);
    return found(nounset(shell, shownName, value) ?? "");
  }
  const isSet = all ? posix || all.length > 0 : value !== undefined;
  const each = (change: (text: string) => string): Piece[] =>
    all && !posix
      ? listPieces(shell, all.map(change), star, place)
      : found(change(nounset(shell, shownName, list ? shell.parameters.join(" ") : value) ?? ""));
  const pattern = (word: Word): string => expandPattern(shell, word);
  const number = (word: Word): number => Number(compute(shell, expandQuoted(shell, expandText(shell, word))));
  switch (operation.type) {
    case "Default": {
      const { operator, operand } = operation;
      const empty = !isSet || (operator.startsWith(":") && (all ? all.join("") === "" : value === ""));
      const own = (): Piece[] => (all ? listPieces(shell, all, star, place) : found(value ?? ""));
      const other = (): Piece[] => operandPieces(shell, operand, place);
      switch (operator.slice(-1)) {
        case "-":
          return empty ? other() : own();
        case "+":
          return empty ? (place.quoted ? found("") : []) : other();
        case "=": {
          if (!empty) return own();
          const text = joined(other());
          giveDefault(shell, part, text);
          return found(text);
        }
        default:
          if (!empty) return own();
          throw required(shell, parameter, operator, joined(operandPieces(shell, operand, { quoted: true })));
      }
    }
    case "Remove": {
      const wanted = pattern(operation.operand);
      return each((text) => trim(shell, text, operation.operator, wanted));
    }
    case "Replace": {
      if (shell.dialect === "dash") throw badSubstitution(shell, part.text);
      const ash = shell.dialect === "ash" && /[#%]/.test(operation.operator);
      // ash has no anchors: `#` and `%` are part of the pattern.
      const [operator, anchor] = ash ? ["/", operation.operator.slice(1)] : [operation.operator, ""];
      const wanted = anchor + pattern(operation.pattern);
      const words = replacementOf(shell, operation.replacement);
      return each((text) => replace(shell, text, operator, wanted, words));
    }
    case "Slice": {
      if (shell.dialect === "dash") throw badSubstitution(shell, part.text);
      const offset = number(operation.offset);
      const length = operation.length && number(operation.length);
      if (!all) return found(slice(shell, nounset(shell, parameter, value) ?? "", offset, length));
      // Parameters count from 1, and 0 is the shell's own name.
      const items = list ? [shell.name, ...all] : all;
      const from = offset < 0 ? items.length + offset : list && offset === 0 && posix ? 1 : offset;
      if (from < 0) return [];
      return listPieces(
        shell,
        items.slice(from, length === undefined ? undefined : from + length),
        star,
        place,
      );
    }
    case "CaseModification": {
      if (posix) throw badSubstitution(shell, part.text);
      const change = (text: string): string =>
        operation.operator.startsWith("^") ? text.toUpperCase() : text.toLowerCase();
      return each((text) =>
        operation.operator.length === 2 ? change(text) : change(text.slice(0, 1)) + text.slice(1),
      );
    }
    case "Transform": {
      if (posix) throw badSubstitution(shell, part.text);
      const { text: letter } = operation.operand;
      const shown = shownVariable(shell, parameter, letter);
      if (shown !== undefined) return found(shown);
      return value === undefined && !all ? [] : each(transformation(letter));
    }
    default:
      throw badSubstitution(shell, part.text);
  }
}

/** What takes the place of a match: in bash an `&` outside quotes is the match itself, and becomes a NUL here. */
function replacementOf(shell: Shell, word: Word): string {
  if (shell.dialect !== "bash" || !word.text.includes("&")) return expandText(shell, word);
  const marked = (text: string): string =>
    text.replace(/\\([\s\S])|&/g, (_, escaped?: string) => escaped ?? "\0");
  if (word.parts === undefined) return marked(word.text);
  return word.parts
    .map((part) => {
      if (part.type === "Literal") return marked(part.text);
      const text = joined(partPieces(shell, part, { quoted: false }));
      return /Quoted/.test(part.type) ? text : text.replaceAll("&", "\0");
    })
    .join("");
}

/** The word after `:-`. Inside double quotes its single quotes are plain characters. */
function operandPieces(shell: Shell, operand: Word, place: Place): Piece[] {
  return piecesOf(shell, operand, { quoted: place.quoted, operand: true });
}
