import type { Entry } from "../../vfs/entry.ts";
import type { Flavour } from "../process.ts";

const KIND = { file: "-", directory: "d", symlink: "l", device: "c" } as const;

/** `-rwxr-sr-x` */
export function permissions({ kind, mode }: Pick<Entry, "kind" | "mode">): string {
  const bits = kind === "symlink" ? 0o777 : mode;
  const three = (at: number, special: number, letter: string): string => {
    const x = (bits >> at) & 1;
    return `${(bits >> at) & 4 ? "r" : "-"}${(bits >> at) & 2 ? "w" : "-"}${bits & special ? (x ? letter : letter.toUpperCase()) : x ? "x" : "-"}`;
  };
  return KIND[kind] + three(6, 0o4000, "s") + three(3, 0o2000, "s") + three(0, 0o1000, "t");
}

/** A size as `-h` shows it: coreutils rounds up, busybox to the nearest. */
export function humanBlocks(bytes: number, flavour: Flavour): string {
  if (bytes < 1024) return String(bytes);
  let value = bytes;
  let unit = -1;
  while (value >= 1024 && unit < 5) {
    value /= 1024;
    unit++;
  }
  const round = flavour === "gnu" ? Math.ceil : Math.round;
  const digits =
    value < 10 && (flavour === "busybox" || round(value * 10) < 100)
      ? (round(value * 10) / 10).toFixed(1)
      : String(round(value));
  return digits + "KMGTPE"[unit];
}
