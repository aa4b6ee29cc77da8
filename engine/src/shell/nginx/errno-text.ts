/** Numbers and words of the C library for errors that nginx tells. */
export const ERRNO_TEXT: Readonly<Record<string, string>> = {
  ENOENT: "2: No such file or directory",
  EACCES: "13: Permission denied",
  ENOTDIR: "20: Not a directory",
  ELOOP: "40: Too many levels of symbolic links",
  ENAMETOOLONG: "36: File name too long",
};
