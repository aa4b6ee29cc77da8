import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UsageError } from "../exit-status.ts";
import type { Entry, Listing } from "../layouts/layout.ts";

const METADATA_BYTES = 64 * 1024 * 1024;

/** Lists the folder of a class. What systems leave in folders (`.DS_Store`, `__MACOSX`) is no entry. */
export function listingOf(folder: string): Listing {
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file; expected a folder, or the zip that a learning platform gave`);
  const entries = entriesOf(folder).filter(({ name }) => !name.startsWith(".") && name !== "__MACOSX");
  return {
    name: basename(resolve(folder)),
    entries,
    text(name) {
      const file = join(folder, name);
      if (!existsSync(file) || !lstatSync(file).isFile()) return undefined;
      if (lstatSync(file).size > METADATA_BYTES) throw new UsageError(`${name} is too large to be read`);
      return readFileSync(file, "utf8");
    },
  };
}

const entriesOf = (folder: string): Entry[] =>
  readdirSync(folder, { withFileTypes: true }).map((found) => {
    const path = join(folder, found.name);
    return {
      name: found.name,
      folder: found.isDirectory(),
      path,
      inner: () => (found.isDirectory() ? entriesOf(path) : []),
    };
  });
