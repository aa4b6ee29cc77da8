import { catalogueParts } from "../catalogue-parts.ts";

/** One package of Alpine. Neither its version nor its dependencies are known: no mirror was at hand. */
export interface ApkOffer {
  readonly name: string;
  /** Bytes of it with all it needs: an estimate. */
  readonly bytes: number;
  readonly programs: readonly string[];
}

export function findApk(name: string): ApkOffer | undefined {
  const row = catalogueParts.apk.data.offers[name];
  if (!row) return undefined;
  const [bytes, programs] = row as readonly [number, string];
  return { name, bytes, programs: programs.split(" ").filter(Boolean) };
}

/** Is it known that Alpine has no package of this name? Mostly names of Debian's. */
export const isAbsentApk = (name: string): boolean => catalogueParts.apk.data.absent.includes(name);

/** A version that Alpine surely has reached: an older release had it. */
export const atLeastApk = (name: string): string | undefined => catalogueParts.apk.data.atLeast[name];
