/** A percent-encoded text as it was; one that is not well-formed stays as it is. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Path and query of a request's target. Of a name that is given twice the first counts, as in Go's net/url. */
export function splitPath(target: string): {
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
} {
  const mark = target.indexOf("?");
  const query = new Map<string, string>();
  for (const pair of mark < 0 ? [] : target.slice(mark + 1).split("&")) {
    const [key = "", value = ""] = pair.split(/=(.*)/s);
    const name = plain(key.replaceAll("+", " "));
    if (name !== "" && !query.has(name)) query.set(name, plain(value.replaceAll("+", " ")));
  }
  return { path: plain(mark < 0 ? target : target.slice(0, mark)), query };
}
