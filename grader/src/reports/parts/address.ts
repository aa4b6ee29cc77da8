/** A path as an address relative to the repository: a first part with a colon would be read as a scheme. */
export const address = (path: string): string =>
  path.toWellFormed().split("/").map(encodeURIComponent).join("/");
