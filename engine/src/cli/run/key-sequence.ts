/** Is it a sequence of keys, `ctrl-p,ctrl-q` or `a,b` (moby term, ToBytes)? */
export const isKeySequence = (text: string): boolean =>
  text.split(",").every((key) => /^(?:.|ctrl-[a-z@[\\\]^_])$/.test(key));
