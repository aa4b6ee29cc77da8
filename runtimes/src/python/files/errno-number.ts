import type { Errno } from "@drydock/engine";

/** Linux's numbers (include/uapi/asm-generic/errno-base.h, errno.h): what Python programs see as `OSError.errno`. */
export const errnoNumber: Readonly<Record<Errno | "EBADF" | "ESPIPE" | "ENOSYS" | "ERANGE", number>> = {
  EPERM: 1,
  ENOENT: 2,
  EBADF: 9,
  EACCES: 13,
  EBUSY: 16,
  EEXIST: 17,
  EXDEV: 18,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  EFBIG: 27,
  ENOSPC: 28,
  ESPIPE: 29,
  EROFS: 30,
  EMLINK: 31,
  ERANGE: 34,
  ENAMETOOLONG: 36,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  ELOOP: 40,
};
