/** `NAME=value` texts as one object; a name alone has an empty value, and the last of a name counts. */
export const labelPairs = (texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    texts.map((text) => text.split(/=(.*)/s)).map(([name = "", value = ""]) => [name, value]),
  );
