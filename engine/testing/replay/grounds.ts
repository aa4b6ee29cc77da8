import { type ConfigFacts, type Ground, historyOf } from "./compare-image.ts";
import type { RecordedBase } from "./recorded-base.ts";

const NOTHING: Ground = { history: [], layers: 0, folders: new Map() };

/** What an image on one of the bases has from it; an image on no base has nothing. */
export function grounds(bases: readonly RecordedBase[]): (base: string | undefined) => Ground {
  const known = new Map<string, Ground>();
  for (const { refs, config, layers } of bases) {
    const entries = layers.flatMap((layer) => Object.entries(layer.entries));
    const folders = new Map(
      entries
        .filter(([, { type }]) => type === "dir")
        .map(([path, { mode, uid, gid }]) => [path, `${mode} ${uid}:${gid}`]),
    );
    const ground = { history: historyOf(config as ConfigFacts), layers: layers.length, folders };
    for (const reference of refs) known.set(reference, ground);
  }
  return (base) => {
    const ground = base === undefined ? NOTHING : known.get(base);
    if (ground === undefined) throw new Error(`no recorded base ${base ?? ""}`);
    return ground;
  };
}
