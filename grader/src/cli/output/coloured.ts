const COLOURS: Readonly<Record<string, number>> = { "✓": 32, "✗": 31, "?": 33 };

/** Whether standard output is a terminal that wants colours (no-color.org: any text in NO_COLOR turns them off). */
export const wantsColour = (): boolean =>
  process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== "dumb";

/** The text for people with the marks that begin its lines in colour. Nothing of a learner stands there: it is indented or comes after the mark. */
export const coloured = (text: string): string =>
  text.replaceAll(/^[✓✗?](?= )/gm, (mark) => `\u001b[${COLOURS[mark] ?? 0}m${mark}\u001b[0m`);
