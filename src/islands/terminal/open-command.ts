/** What ends a compound command, by the word that begins it. */
const ENDS: Readonly<Record<string, string>> = {
  if: "fi",
  for: "done",
  while: "done",
  until: "done",
  select: "done",
  case: "esac",
  "{": "}",
};
/** Words after which another command may begin. */
const BEFORE_COMMANDS = new Set(["do", "then", "else", "elif", "if", "while", "until", "{", "!", "time"]);
const TOKEN =
  /\\[^]|'[^']*'|"(?:[^"\\]|\\[^])*"|(?<=^|\s)#[^\n]*|\$\(|\$\{[^}]*\}|[()]|;;&?|[;&|\n]+|[^\s'"()\\;&|$]+|\$|\s+/g;

/**
 * Whether a compound command, or a bracket, is still open at the end of a script whose quotes are closed. No more than a good
 * guess: the shell itself asks for what is missed here.
 */
export const openCommand = (script: string): boolean => {
  const open: string[] = [];
  let atCommand = true;
  /** A word stood right before: `a(` begins a function. */
  let glued = false;
  for (const [token] of script.matchAll(TOKEN)) {
    const top = open.at(-1);
    if (token === "(" || token === "$(") {
      open.push(")");
      atCommand = true;
    } else if (token === ")") {
      // Within `case` it ends a pattern.
      if (top === ")") open.pop();
      atCommand = true;
    } else if (/^[;&|\n]+$/.test(token)) atCommand = true;
    else if (/^\s+$/.test(token) || token.startsWith("#")) glued = false;
    else {
      const isWord: boolean = atCommand && !glued;
      const end = isWord ? ENDS[token] : undefined;
      if (isWord && token === top) open.pop();
      else if (end !== undefined) open.push(end);
      atCommand = isWord && (BEFORE_COMMANDS.has(token) || token === top);
      glued = true;
    }
    if (!/^[^\s();&|]+$/.test(token)) glued = false;
  }
  return open.length > 0;
};
