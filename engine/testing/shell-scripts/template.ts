import fc from "fast-check";

export type Text = fc.Arbitrary<string>;

export const one = (...texts: readonly string[]): Text => fc.constantFrom(...texts);

/** A template whose holes are filled by arbitraries: texts that shrink part by part. */
export const t = (strings: TemplateStringsArray, ...holes: readonly Text[]): Text =>
  fc.tuple(...holes).map((values) => strings.reduce((text, part, i) => text + (values[i - 1] ?? "") + part));

export const join = (texts: Text, separator: string, minLength: number, maxLength: number): Text =>
  fc.array(texts, { minLength, maxLength }).map((all) => all.join(separator));
