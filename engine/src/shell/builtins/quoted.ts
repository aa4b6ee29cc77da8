/** A value as dash and ash write it so that it reads back: `'it'"'"'s'`. */
export const quoted = (text: string): string =>
  text
    .split(/('+)/)
    .filter((part, i) => part !== "" || (i === 0 && text === ""))
    .map((part) => (part.startsWith("'") ? `"${part}"` : `'${part}'`))
    .join("");
