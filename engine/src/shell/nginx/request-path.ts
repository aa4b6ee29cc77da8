/**
 * Path and query of a request's target: `%xx` decoded, double slashes merged, `.` and `..` resolved.
 * @returns undefined for what nginx refuses with 400: a bad escape, a NUL, a path above the root
 */
export function partsOfRequest(
  target: string,
): { readonly path: string; readonly query: string } | undefined {
  const at = target.indexOf("?");
  const raw = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? "" : target.slice(at + 1);
  if (!raw.startsWith("/")) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  if (decoded.includes("\0")) return undefined;
  const parts: string[] = [];
  const words = decoded.split("/");
  for (const word of words) {
    if (word === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (word !== "" && word !== ".") parts.push(word);
  }
  const last = words.at(-1) ?? "";
  const slash = parts.length > 0 && (last === "" || last === "." || last === "..") ? "/" : "";
  return { path: `/${parts.join("/")}${slash}`, query };
}
