/** A text cut at line feeds. */
export interface SourceLines {
  /** With a carriage return where there is one: heredocs keep it. */
  readonly raw: readonly string[];
  /** As an editor shows them. */
  readonly shown: readonly string[];
  /** The last line ends with a line feed. */
  readonly closed: boolean;
}

/** A byte order mark goes; a closing line feed starts no further line. */
export function splitLines(source: string): SourceLines {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const raw = text.split("\n");
  const closed = raw.at(-1) === "";
  if (closed) raw.pop();
  const shown = text.includes("\r") ? raw.map((line) => line.replace(/\r+$/, "")) : raw;
  return { raw, shown, closed };
}
