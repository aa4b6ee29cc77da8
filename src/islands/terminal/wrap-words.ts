/** Drydock's own words on lines of that many columns; a word that is longer than a line is left to the screen. */
export const wrapWords = (text: string, columns: number): string =>
  text
    .split(" ")
    .reduce<readonly string[]>((lines, word) => {
      const last = lines.at(-1);
      return last === undefined || last.length + 1 + word.length > columns
        ? [...lines, word]
        : [...lines.slice(0, -1), `${last} ${word}`];
    }, [])
    .join("\n");
