import type { Json } from "../../core/json.ts";
import type { Allowances } from "../../shell/allowances.ts";
import type { Container } from "./container.ts";

const UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes of a tmpfs's `size=`; a part of the memory is none that is known here. */
function sizeOf(options: string): number {
  const [, digits = "0", unit = ""] = /(?:^|,)size=(\d+)([bkmg]?)(?:,|$)/i.exec(options) ?? [];
  return Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
}

const isMap = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** What a container was given of memory and limits: `--shm-size`, `--tmpfs`, `--mount type=tmpfs`, `--ulimit`. */
export function allowancesOf({ options }: Container): Allowances {
  const { ShmSize, Tmpfs, Mounts, Ulimits } = options.kept;
  const memory = new Map<string, number>();
  if (typeof ShmSize === "number" && ShmSize > 0) memory.set("/dev/shm", ShmSize / 1024);
  for (const mount of options.mounts) if (mount.kind === "tmpfs") memory.set(mount.target, 0);
  for (const [target, text] of Object.entries(isMap(Tmpfs) ? Tmpfs : {}))
    memory.set(target, sizeOf(textOf(text)) / 1024);
  for (const mount of listOf(Mounts)) {
    const tmpfs = isMap(mount) && isMap(mount["TmpfsOptions"]) ? mount["TmpfsOptions"] : {};
    const size = tmpfs["SizeBytes"];
    if (isMap(mount) && typeof size === "number") memory.set(textOf(mount["Target"]), size / 1024);
  }
  const limits = listOf(Ulimits).flatMap((one): [string, [number, number]][] =>
    isMap(one) ? [[textOf(one["Name"]), [Number(one["Soft"]), Number(one["Hard"])]]] : [],
  );
  return { memory, limits: new Map(limits) };
}
