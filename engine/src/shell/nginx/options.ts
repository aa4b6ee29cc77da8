/** The command line of nginx, read. */
export interface NginxOptions {
  readonly test: boolean;
  readonly quiet: boolean;
  readonly version: boolean;
  readonly signal: string | undefined;
  readonly config: string;
  /** Directives for the outermost level, as text. */
  readonly globals: string;
}

/**
 * Reads `nginx -t -q -v -c FILE -g DIRECTIVES -s SIGNAL`.
 * @returns nginx's own words for what it refuses; `lacking` names an option that Drydock lacks
 */
export function readNginxOptions(
  args: readonly string[],
): NginxOptions | { readonly error: string } | { readonly lacking: string } {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith("-")) return { error: `invalid option: "${word}"` };
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? "";
      if ("tqv".includes(letter)) flags.add(letter);
      else if ("cgs".includes(letter)) {
        const value = word.slice(at + 1) || rest.shift();
        if (value === undefined || value === "") {
          const needs = letter === "c" ? "file name" : "parameter";
          return { error: `option "-${letter}" requires ${needs}` };
        }
        values.set(letter, value);
        break;
      } else if ("VTpehH?".includes(letter)) return { lacking: `-${letter}` };
      else return { error: `invalid option: "${letter}"` };
    }
  }
  const signal = values.get("s");
  if (signal !== undefined && !["stop", "quit", "reopen", "reload"].includes(signal))
    return { error: `invalid option: "-s ${signal}"` };
  return {
    test: flags.has("t"),
    quiet: flags.has("q"),
    version: flags.has("v"),
    signal,
    config: values.get("c") ?? "/etc/nginx/nginx.conf",
    globals: values.get("g") ?? "",
  };
}
