import { basename, clean, dirname, join } from "../../vfs/path.ts";

/** Does it end in a slash, or in `.` as its last part: then it means what is in the folder, or a folder at least? */
export const endsInDot = (path: string): boolean => /(?:^|\/)\.$/.test(path);
export const meansFolder = (path: string): boolean => path === "" || path.endsWith("/") || endsInDot(path);

/** A cleaned path with the end that was typed (moby go-archive, PreserveTrailingDotOrSeparator). */
export function withEnd(path: string, typed: string): string {
  if (endsInDot(typed)) return path === "/" ? "/." : `${path}/.`;
  return typed.endsWith("/") && path !== "/" ? `${path}/` : path;
}

/** Folder and name of a path; the name of `d/.` is `.` (moby go-archive, SplitPathDirEntry). */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const whole = clean(path);
  if (endsInDot(path)) return { folder: whole, name: "." };
  return { folder: dirname(whole), name: basename(whole) };
}

/** An absolute path with the end that was typed. */
export const absolute = (directory: string, typed: string): string => withEnd(join(directory, typed), typed);
