import type { Call } from "../command.ts";

const ELSEWHERE = "Switch to a different driver, or turn on the containerd image store, and try again.";

const refused = (feature: string, page: string): string =>
  `${feature} is not supported for the docker driver.\n${ELSEWHERE}\nLearn more at https://docs.docker.com/go/${page}/`;

const isOff = (value: string): boolean => /^(?:false|0|f|disabled=true)$/i.test(value);

/**
 * What buildx refuses because the engine builds for itself, with the overlay2 store: all after `ERROR: failed to build: `
 * (docker/buildx, build/opt.go, notSupported).
 */
export function driverLimit(call: Call): string | undefined {
  const platforms = call.all("platform").flatMap((text) => text.split(","));
  if (new Set(platforms).size > 1) return refused("Multi-platform build", "build-multi-platform");
  const attested = ["provenance", "sbom"].some((flag) => call.all(flag).some((value) => !isOff(value)));
  if (attested) return refused("Attestation", "attestations");
  const outputs = call.all("output");
  if (outputs.some((text) => /(?:^|,)type=oci(?:,|$)/.test(text)))
    return refused("OCI exporter", "build-exporters");
  if (outputs.some((text) => /(?:^|,)type=docker(?:,|$)/.test(text) && /(?:^|,)dest=/.test(text)))
    return refused("Docker exporter", "build-exporters");
  const caches = call.all("cache-to").filter((text) => !/(?:^|,)type=inline(?:,|$)/.test(text));
  if (caches.length > 0) return refused("Cache export", "build-cache-backends");
  return undefined;
}
