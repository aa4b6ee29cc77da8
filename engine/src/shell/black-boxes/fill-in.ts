/** Puts variables of the environment in place of `${NAME}`; one that is not set is empty. */
export const fillIn = (text: string, env: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) => env.get(name) ?? "");
