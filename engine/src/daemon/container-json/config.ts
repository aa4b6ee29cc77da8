import type { Json } from "../../core/json.ts";
import type { HealthcheckConfig } from "../../oci/image-config.ts";
import type { Container } from "../containers/container.ts";

/** Config of `docker inspect`: what the container has of its image and of the command line (moby api/types/container/config.go). */
export function containerConfigJson(container: Container): { readonly [key: string]: Json } {
  const { config, options, hostname } = container;
  const { attached } = options;
  const ports = sorted(config.ExposedPorts ?? {});
  const volumes = sorted(config.Volumes ?? {});
  return {
    Hostname: hostname,
    Domainname: options.domainName ?? "",
    User: config.User ?? "",
    AttachStdin: attached?.stdin ?? false,
    AttachStdout: attached?.stdout ?? false,
    AttachStderr: attached?.stderr ?? false,
    ...(Object.keys(ports).length > 0 && { ExposedPorts: ports }),
    Tty: options.tty,
    OpenStdin: options.attachStdin,
    StdinOnce: options.attachStdin && (attached?.stdin ?? false),
    Env: config.Env ?? [],
    Cmd: config.Cmd ?? null,
    ...(config.Healthcheck && { Healthcheck: healthJson(config.Healthcheck) }),
    Image: container.imageName,
    Volumes: Object.keys(volumes).length > 0 ? volumes : null,
    WorkingDir: config.WorkingDir ?? "",
    Entrypoint: config.Entrypoint ?? null,
    OnBuild: config.OnBuild ?? null,
    Labels: sorted(config.Labels ?? {}),
    ...(config.StopSignal && { StopSignal: config.StopSignal }),
    ...(options.stopTimeout !== undefined && { StopTimeout: options.stopTimeout }),
    ...(config.Shell && { Shell: config.Shell }),
  };
}

/** Go writes the keys of a map in order. */
const sorted = (map: { readonly [key: string]: Json }): { readonly [key: string]: Json } =>
  Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What is zero is left out. */
const healthJson = (health: HealthcheckConfig): Json =>
  Object.fromEntries(Object.entries(health).filter(([, value]) => value !== 0));
