import { openCommand } from "./open-command.ts";

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

const hereDocument = /<<(-?)\s*(?:"([^"\n]+)"|'([^'\n]+)'|\\?([A-Za-z_][A-Za-z0-9_]*))/g;

/** The text without its here-documents; undefined where one has not ended. */
const withoutHereDocuments = (text: string): string | undefined => {
  const kept: string[] = [];
  let waiting: { readonly end: string; readonly tabs: boolean }[] = [];
  for (const line of text.split("\n")) {
    const [first, ...rest] = waiting;
    if (!first) {
      const before = [...kept, ""].join("\n");
      kept.push(line);
      // `<<<` is a here-string.
      waiting = [...line.replaceAll("<<<", "   ").matchAll(hereDocument)]
        .filter(({ index }) => openQuote(before + line.slice(0, index)) === undefined)
        .map(([, tabs, ...words]) => ({
          end: words.find((word) => word !== undefined) ?? "",
          tabs: tabs === "-",
        }));
    } else if ((first.tabs ? line.replace(/^\t+/, "") : line) === first.end) waiting = rest;
  }
  return waiting.length > 0 ? undefined : kept.join("\n");
};

/**
 * Whether a shell would ask for more after this text: an open quote, here-document, bracket or compound command, a backslash or
 * an operator at the end.
 */
export const isOpen = (text: string): boolean => {
  const script = withoutHereDocuments(text);
  if (script === undefined || openQuote(script) !== undefined) return true;
  const backslashes = /\\*$/.exec(script)?.[0].length ?? 0;
  return backslashes % 2 === 1 || /(?:&&|\|\|?)\s*$/.test(script) || openCommand(script);
};
