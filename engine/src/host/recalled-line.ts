/** An event of bash's history in a line: `!!`, `!5`, `!-2`, `!docker`, `!$`. */
const EVENT = /!(?:!|\$|-?\d+|[A-Za-z./][^\s;|&"']*)/g;

/**
 * The line with what it recalls of the history in place (bash, history expansion): nothing within single quotes or behind a
 * backslash. `error` is bash's line where there is no such event.
 */
export function recalledLine(line: string, lines: readonly string[]): string | { readonly error: string } {
  if (!line.includes("!")) return line;
  let missing: string | undefined;
  const parts = line.split(/('[^']*'|\\.)/s);
  const replaced = parts
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replaceAll(EVENT, (event) => {
            const found = recalled(event.slice(1), lines);
            if (found === undefined) missing ??= event;
            return found ?? event;
          }),
    )
    .join("");
  return missing === undefined ? replaced : { error: `bash: ${missing}: event not found\n` };
}

function recalled(event: string, lines: readonly string[]): string | undefined {
  if (event === "!") return lines.at(-1);
  if (event === "$") return lines.at(-1)?.split(/\s+/).at(-1);
  if (/^-\d+$/.test(event)) return lines.at(Number(event));
  if (/^\d+$/.test(event)) return lines[Number(event) - 1];
  return lines.findLast((one) => one.startsWith(event));
}
