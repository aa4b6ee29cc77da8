/** `docker build` names it on one line; a long text ends in `…`. */
export const shorten = (text: string, most = 80): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
};

/** Text of a learner inside a sentence: backquotes cannot break out. */
export const code = (text: string): string => `\`${shorten(text).replaceAll("`", "'")}\``;

/** `a`, `a and b`, `a, b and c`; more than `most` end in `and N more`. */
export function listed(items: readonly string[], most = 4, last = "and"): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
  const [only = "nothing"] = shown;
  return shown.length < 2 ? only : `${shown.slice(0, -1).join(", ")} ${last} ${shown.at(-1)}`;
}

/** Milliseconds as a reader wants them: `9.3 s`, `40 ms`, `2 min 5 s`. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 99_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

/** Bytes with a space before the unit: `13.8 MB`. */
export function megabytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : Number(size.toPrecision(3))} ${units[unit]}`;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** A text as a sentence of its own: a capital in front, a full stop behind. */
export const sentence = (text: string): string => {
  const line = shorten(text, 400);
  const capital = /^[a-z]/.test(line) ? line.charAt(0).toUpperCase() + line.slice(1) : line;
  return line === "" || /[.!?]$/.test(line) ? capital : `${capital}.`;
};

/** `Drydock does not simulate gcc. The real one would compile here. This check does not count.` `real` is a verb and its words, or a sentence. */
export const notSimulatedWords = (what: string, real: string): string => {
  if (/^docker has no such limit/i.test(real))
    return `Drydock stopped here: there is a limit of ${shorten(what, 200)}. ${sentence(real)} This check does not count.`;
  const whole = /^(?:the real|it would|docker|buildkit|here)\b/i.test(real)
    ? real
    : `the real one would ${real}`;
  return `Drydock does not simulate ${shorten(what, 200)}. ${sentence(whole)} This check does not count.`;
};
