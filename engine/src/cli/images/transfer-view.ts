import type { LiveView } from "../../core/live-view.ts";
import { humanSize } from "../../core/size.ts";
import type { TransferMessage } from "../../daemon/transfer/transfer-message.ts";

type Moved = { readonly current: number; readonly total: number };

/** A narrower terminal has no bar. */
const BAR_FROM = 111;

/** How far it is, as moby/moby's pkg/jsonmessage shows it; a total that has been passed is left out. */
function progressText({ current, total }: Moved, columns: number): string {
  const size = humanSize(current, 4).padStart(8);
  if (total <= 0) return current > 0 ? size : "";
  const done = Math.min(50, Math.floor(Math.floor((current / total) * 100) / 2));
  const bar = columns >= BAR_FROM ? `[${"=".repeat(done)}>${" ".repeat(50 - done)}] ` : "";
  return `${bar}${current > total ? size : `${size}/${humanSize(total, 4)}`}`;
}

const statusText = (message: Exclude<TransferMessage, { line: string }>, columns: number): string =>
  `${message.id}: ${message.status} ${message.moved ? progressText(message.moved, columns) : ""}`;

/** What a pipe gets: each stage of each layer, without what is counted. */
export const transferText = (messages: readonly TransferMessage[]): string =>
  messages
    .map((message) => {
      if ("line" in message) return `${message.line}\n`;
      return message.moved ? "" : `${message.id}: ${message.status}\n`;
    })
    .join("");

/** Layers below one another, each with a line that is written anew (recordings tty/push-pull, tty/run-pull). */
export const transferView = (messages: readonly TransferMessage[]): LiveView => ({
  frames({ columns }) {
    const lines = new Map<string, number>();
    return messages.map((message) => {
      const { at } = message;
      if ("line" in message) {
        // What is no layer's ends the list: the next tag of `pull -a` has a list of its own.
        lines.clear();
        return { at, text: `${message.line}\r\n` };
      }
      const known = lines.get(message.id);
      if (known === undefined) lines.set(message.id, lines.size);
      const up = lines.size - (known ?? lines.size - 1);
      const text = `\u001B[${up}A\u001B[2K\r${statusText(message, columns)}\r\u001B[${up}B`;
      return { at, text: known === undefined ? `\r\n${text}` : text };
    });
  },
  still(columns) {
    const lines: string[] = [];
    let places = new Map<string, number>();
    for (const message of messages) {
      if ("line" in message) {
        places = new Map();
        lines.push(message.line);
        continue;
      }
      const place = places.get(message.id) ?? lines.length;
      places.set(message.id, place);
      lines[place] = statusText(message, columns);
    }
    return lines.map((line) => `${line}\r\n`).join("");
  },
});
