/** A test of one object for each `--filter key=value`; `error` is all after `Error response from daemon: `. */
export function objectFilter<T>(
  filters: readonly string[],
  tests: Readonly<Record<string, (one: T, value: string) => boolean>>,
): ((one: T) => boolean) | { readonly error: string } {
  const wanted = new Map<string, string[]>();
  for (const filter of filters) {
    const [key = "", value] = filter.split(/=(.*)/s);
    if (value === undefined) return { error: `invalid filter '${filter}'` };
    if (!Object.hasOwn(tests, key)) return { error: `invalid filter '${key}'` };
    wanted.set(key, [...(wanted.get(key) ?? []), value]);
  }
  // Values of one key are alternatives; labels must all be there (moby api/types/filters).
  return (one) =>
    [...wanted].every(([key, values]) => {
      const test = (value: string): boolean => tests[key]?.(one, value) ?? false;
      return key.startsWith("label") ? values.every(test) : values.some(test);
    });
}

/** `KEY` or `KEY=VALUE` of a label filter. */
export function hasLabel(labels: Readonly<Record<string, string>>, text: string): boolean {
  const [key = "", value] = text.split(/=(.*)/s);
  return Object.hasOwn(labels, key) && (value === undefined || labels[key] === value);
}

/** A boolean of a filter, as the engine reads it. */
export const isTrue = (value: string): boolean => /^(?:1|true)$/i.test(value);
