import type { Dialect } from "../interpreter/shell.ts";
import { parseScript } from "../syntax/parse-script.ts";

/** Is the text, which ends with a line feed, the beginning of something that goes on in the next line? */
export const isOpen = (text: string, dialect: Dialect): boolean => {
  if (/(?:^|[^\\])(?:\\\\)*\\\n$/.test(text)) return true;
  const { error } = parseScript(text, dialect);
  return error !== undefined && /end of file|EOF|unterminated/i.test(error.message);
};
