const SYMBOLIC = /^[ugoa]*(?:[-+=][rwxXstugo]*)+(?:,[ugoa]*(?:[-+=][rwxXstugo]*)+)*$/;

/** What is wrong with a `--chmod` value: octal up to 7777, or `u+x,go-w`. */
export function chmodProblem(text: string): string | undefined {
  if (/^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0o7777) return undefined;
  if (/^[0-9]/.test(text))
    return `invalid chmod parameter: '${text}'. it should be octal string and between 0 and 07777`;
  return SYMBOLIC.test(text) ? undefined : "invalid syntax";
}
