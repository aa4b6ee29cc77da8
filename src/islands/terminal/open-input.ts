/** The quote that is still open at the end of the text, comments left aside. */
const openQuote = (text: string): "'" | '"' | undefined => {
  let quote: "'" | '"' | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quote === undefined && character === "#" && (at === 0 || /\s/.test(text[at - 1] ?? ""))) {
      const end = text.indexOf("\n", at);
      if (end < 0) return undefined;
      at = end;
    } else if (character === "\\" && quote !== "'") at += 1;
    else if (quote === undefined && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = undefined;
  }
  return quote;
};

const hereDocument = /<<-?\s*(?:"([^"\n]+)"|'([^'\n]+)'|\\?([A-Za-z_][A-Za-z0-9_]*))/g;

const openHereDocument = (text: string): boolean => {
  const lines = text.split("\n");
  let waiting: string[] = [];
  for (const line of lines) {
    if (waiting.length > 0) {
      if (line.trim() === waiting[0]) waiting = waiting.slice(1);
      continue;
    }
    waiting = [...line.matchAll(hereDocument)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  }
  return waiting.length > 0;
};

/** Whether a shell would ask for more after this text: an open quote or here-document, a backslash or an operator at the end. */
export const isOpen = (text: string): boolean => {
  if (openQuote(text) !== undefined) return true;
  const backslashes = /\\*$/.exec(text)?.[0].length ?? 0;
  if (backslashes % 2 === 1) return true;
  return openHereDocument(text) || /(?:&&|\|\|?)\s*$/.test(text);
};
