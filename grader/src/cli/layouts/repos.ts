import { submissionId } from "../handed/handed.ts";
import type { Layout, Listing } from "./layout.ts";

/**
 * Cloned repositories, as GitHub Classroom makes them: `SLUG-LOGIN/`, and the id is the login.
 *
 * The slug is what a roster's logins leave over, or the folder's name where that ends in `-submissions`, or what all names begin with.
 */
export const repos: Layout = {
  name: "repos",
  recognises: (entry) => entry.folder && entry.inner().some(({ name }) => name === ".git"),
  read(listing, logins) {
    const all = listing.entries.filter(({ folder }) => folder);
    const slug = slugOf(listing);
    return {
      handed: all.map(({ name, path }) => ({ id: loginOf(name, slug, logins), parts: [{ path }] })),
      left: listing.entries.filter(({ folder }) => !folder).map(({ name }) => name),
    };
  },
};

function loginOf(name: string, slug: string, logins: ReadonlySet<string>): string {
  for (let at = name.indexOf("-"); at >= 0; at = name.indexOf("-", at + 1)) {
    const login = name.slice(at + 1);
    if (logins.has(login.toLowerCase())) return login;
  }
  return submissionId(name.startsWith(slug) && name.length > slug.length ? name.slice(slug.length) : name);
}

function slugOf({ name: folder, entries }: Listing): string {
  const names = entries.filter((entry) => entry.folder).map(({ name }) => name);
  const named = folder.endsWith("-submissions") ? folder.slice(0, -"submissions".length) : "";
  if (named !== "" && names.every((name) => name.startsWith(named))) return named;
  const [first = "", ...others] = names;
  if (others.length === 0) return "";
  let length = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length--;
  return first.slice(0, first.slice(0, length).lastIndexOf("-") + 1);
}
