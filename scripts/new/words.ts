/** `stays-cached` to `staysCached`. */
export const camel = (name: string): string =>
  name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `stays-cached` to `StaysCached`. */
export const pascal = (name: string): string => camel(`-${name}`);
