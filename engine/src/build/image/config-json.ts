import { escapeAsGo } from "../../core/go-json.ts";
import type {
  ContainerConfig,
  HealthcheckConfig,
  HistoryEntry,
  ImageConfig,
} from "../../oci/image-config.ts";

/**
 * The bytes of an image's config as BuildKit writes them: keys in Go's order of fields, maps sorted, what is empty left
 * out, `<`, `>` and `&` escaped. Its digest is the image id (checked against 121 recorded images).
 */
export function configJson(config: ImageConfig): string {
  const ordered = {
    architecture: config.architecture,
    author: orNothing(config.author),
    config: containerConfig(config.config),
    created: orNothing(config.created),
    history: config.history.map(historyEntry),
    os: config.os,
    rootfs: { type: config.rootfs.type, diff_ids: config.rootfs.diff_ids },
    variant: orNothing(config.variant),
  };
  return escapeAsGo(JSON.stringify(ordered));
}

const containerConfig = (config: ContainerConfig): ContainerConfig => {
  const {
    User,
    ExposedPorts,
    Env,
    Entrypoint,
    Cmd,
    Volumes,
    WorkingDir,
    Labels,
    StopSignal,
    ArgsEscaped,
    Healthcheck,
    OnBuild,
    Shell,
  } = config;
  return dropEmpty({
    User,
    ExposedPorts: ExposedPorts && sorted(ExposedPorts),
    Env,
    Entrypoint,
    Cmd,
    Volumes: Volumes && sorted(Volumes),
    WorkingDir,
    Labels: Labels && sorted(Labels),
    StopSignal,
    ArgsEscaped,
    Healthcheck: Healthcheck && healthcheck(Healthcheck),
    OnBuild,
    Shell,
  });
};

const healthcheck = ({
  Test,
  Interval,
  Timeout,
  StartPeriod,
  StartInterval,
  Retries,
}: HealthcheckConfig): HealthcheckConfig =>
  dropEmpty({ Test, Interval, Timeout, StartPeriod, StartInterval, Retries });

const historyEntry = ({ created, created_by, author, comment, empty_layer }: HistoryEntry): HistoryEntry =>
  dropEmpty({ created, created_by, author, comment, empty_layer });

/** Go's omitempty: no zero, no empty text, list or map. */
function dropEmpty<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  const full = Object.entries(fields).filter(([, value]) => {
    if (value === undefined || value === null || value === "" || value === 0 || value === false) return false;
    return typeof value !== "object" || Object.keys(value).length > 0;
  });
  return Object.fromEntries(full) as T;
}

const sorted = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

const orNothing = (text: string | undefined): string | undefined => (text === "" ? undefined : text);
