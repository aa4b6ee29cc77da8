/** A path below a folder as messages show it: as the author typed the folder, so that it can be clicked and pasted. */
export const below = (folder: string, ...names: readonly string[]): string =>
  [folder.replace(/(?<=.)\/+$/, ""), ...names].join("/");
