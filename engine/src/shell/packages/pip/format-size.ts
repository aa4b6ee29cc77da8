/** Sizes as pip prints them (pip/_internal/utils/misc.py, format_size). */
export const formatSize = (bytes: number): string =>
  bytes > 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : bytes > 10_000
      ? `${Math.floor(bytes / 1000)} kB`
      : bytes > 1000
        ? `${(bytes / 1000).toFixed(1)} kB`
        : `${bytes} bytes`;
