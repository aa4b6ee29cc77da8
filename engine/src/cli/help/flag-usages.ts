import type { Flag } from "../words/flag.ts";
import { wrapUsage } from "./wrap-usage.ts";

/** The list of flags as pflag prints it (spf13/pflag, FlagUsagesWrapped), wrapped to so many columns. */
export function flagUsages(flags: readonly Flag[], columns: number): string {
  const shown = flags
    .filter(({ hidden, only }) => !hidden && only === undefined)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const left = shown.map((flag) => {
    const short = flag.short ? `  -${flag.short}, ` : "      ";
    const value = valueWord(flag);
    return `${short}--${flag.name}${value === "" ? "" : ` ${value}`}`;
  });
  const width = Math.max(0, ...left.map((text) => text.length));
  return shown
    .map((flag, i) => {
      const text = flag.help + defaultText(flag);
      return `${(left[i] ?? "").padEnd(width)}   ${wrapUsage(text, width + 3, columns)}\n`;
    })
    .join("");
}

const valueWord = ({ kind, value }: Flag): string =>
  value ?? (kind === "bool" ? "" : kind === "optional" ? "string" : kind);

function defaultText({ kind, value, default: own, shown }: Flag): string {
  if (shown !== undefined) return ` (default ${shown})`;
  if (own === undefined || own === "") return "";
  return ` (default ${kind === "string" && (value ?? "string") === "string" ? JSON.stringify(own) : own})`;
}
