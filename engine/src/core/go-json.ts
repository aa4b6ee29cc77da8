/** JSON as Go's encoding/json writes it: `<`, `>`, `&` and the two line separators escaped, so that it can stand in HTML. */
export const escapeAsGo = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
