import { notSimulated } from "../../core/engine-error.ts";

/** Build args that are meant for BuildKit itself and that Drydock lacks, with what the real one would do. */
const LACKING: ReadonlyMap<string, string> = new Map([
  ["BUILDKIT_CACHE_MOUNT_NS", "keep the cache mounts of this name apart from others"],
  ["BUILDKIT_INLINE_CACHE", "write its cache into the image's config"],
  ["BUILDKIT_MULTI_PLATFORM", "make an index of images, also for one platform"],
  ["BUILDKIT_SANDBOX_HOSTNAME", "give RUN this host name"],
]);

/** @throws {EngineError} NOT_SIMULATED for one of them that is given and not switched off */
export function refuseBuilderArgs(buildArgs: Readonly<Record<string, string>>): void {
  for (const [name, real] of LACKING) {
    const value = Object.hasOwn(buildArgs, name) ? buildArgs[name] : undefined;
    if (value === undefined || /^(?:|0|f|false)$/i.test(value)) continue;
    throw notSimulated(`the build arg ${name}`, `The real one would ${real}.`);
  }
}
