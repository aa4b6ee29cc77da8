import type { Session } from "../session.ts";

/** What a request to a published port came to. */
export type Page =
  | { readonly status: string; readonly kind: string; readonly body: string }
  | { readonly error: string };

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Asks the machine's own `curl`; the machine is put back afterwards, so that logs and counters know nothing of it. */
export const askPage = async (session: Pick<Session, "look">, port: number, path: string): Promise<Page> => {
  const url = `http://localhost:${port}${encodeURI(path.startsWith("/") ? path : `/${path}`)}`;
  const [look] = await session.look([`curl -sSi ${quoted(url)}`]);
  if (!look) return { error: "There is no machine to ask." };
  if (look.exitCode !== 0) return { error: look.stderr.trim() };
  const [head = "", ...rest] = look.stdout.split(/\r?\n\r?\n/);
  const kind = /^content-type: *([^;\r\n]*)/im.exec(head)?.[1] ?? "";
  return {
    status: head.split(/\r?\n/, 1)[0]?.replace(/^HTTP\/\S+ /, "") ?? "",
    kind,
    body: rest.join("\n\n"),
  };
};
