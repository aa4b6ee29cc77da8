/** A line of join's input. */
export interface JoinRow {
  readonly line: string;
  readonly fields: readonly string[];
  /** The field that is compared, as it is written. */
  readonly key: string;
  /** The same as it is compared. */
  readonly order: string;
  /** Which field that is, from 0. */
  readonly at: number;
}

/** Lines as rows: fields stand between `mark`s, or between runs of blanks. */
export function readRows(
  lines: readonly string[],
  {
    field,
    mark,
    folds,
    blanks,
  }: {
    readonly field: number;
    readonly mark: string | undefined;
    readonly folds: boolean;
    readonly blanks: RegExp;
  },
): JoinRow[] {
  return lines.map((line) => {
    const fields =
      mark === undefined
        ? line.split(blanks).filter((one, i) => i > 0 || one !== "")
        : mark === ""
          ? [line]
          : line.split(mark);
    const key = fields[field] ?? "";
    return { line, fields, key, order: folds ? key.toUpperCase() : key, at: field };
  });
}

/** `-o auto`: as many fields as the first line of each file has. */
export const AUTO: unique symbol = Symbol("auto");

/** What `-o` asks for: `0`, `1.2`, as side and field from 0; `auto`; a complaint where it is neither. */
export function readFieldList(
  words: readonly string[],
): (readonly [side: 0 | 1 | 2, field: number])[] | typeof AUTO | undefined | string {
  if (words.length === 0) return undefined;
  if (words.length === 1 && words[0] === "auto") return AUTO;
  const list: (readonly [0 | 1 | 2, number])[] = [];
  for (const part of words.flatMap((word) => word.split(/[, ]/)).filter(Boolean)) {
    const match = /^(?:0|([12])\.(\d+))$/.exec(part);
    if (!match)
      return /^[12]\./.test(part)
        ? `invalid field number: ‘${part.slice(2)}’`
        : /^[012]/.test(part)
          ? `invalid field specifier: ‘${part}’`
          : `invalid file number in field spec: ‘${part}’`;
    list.push(match[1] === undefined ? [0, 0] : [Number(match[1]) as 1 | 2, Number(match[2]) - 1]);
  }
  return list;
}
