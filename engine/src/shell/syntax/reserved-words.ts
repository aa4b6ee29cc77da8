/** Words that a shell reads as grammar where a command could stand (POSIX, Shell Command Language, 2.4). */
export const reservedWords: ReadonlySet<string> = new Set([
  "!",
  "case",
  "do",
  "done",
  "elif",
  "else",
  "esac",
  "fi",
  "for",
  "if",
  "in",
  "then",
  "until",
  "while",
  "{",
  "}",
]);
