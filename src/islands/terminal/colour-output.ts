/** Colours what a builder's progress says, line by line. The text stays the same, byte for byte. */
export const colourOutput = (text: string): string =>
  text
    .replace(/^(#\d+ )(CACHED)$/gm, "$1\x1b[32m$2\x1b[39m")
    .replace(/^(#\d+ )(ERROR:? .*)$/gm, "$1\x1b[31m$2\x1b[39m")
    .replace(/^(ERROR: .*)$/gm, "\x1b[31m$1\x1b[39m")
    .replace(/^(#\d+) (\[.*\])/gm, "\x1b[90m$1\x1b[39m \x1b[1m$2\x1b[22m");
