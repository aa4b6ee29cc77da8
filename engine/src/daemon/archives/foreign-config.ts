import type { ImageConfig } from "../../oci/image-config.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
const isPairs = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((one) => typeof one === "string");

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  User: (value) => typeof value === "string",
  WorkingDir: (value) => typeof value === "string",
  StopSignal: (value) => typeof value === "string",
  Env: isTexts,
  Entrypoint: isTexts,
  Cmd: isTexts,
  Shell: isTexts,
  OnBuild: isTexts,
  Labels: isPairs,
  ExposedPorts: isRecord,
  Volumes: isRecord,
  Healthcheck: isRecord,
};

/**
 * The config of an image that somebody else made, as far as it has the specification's form; a field of it that is null is as
 * good as missing. `error` is the daemon's word for what is no config.
 */
export function foreignConfig(text: string): ImageConfig | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  if (!isRecord(value))
    return { error: "json: cannot unmarshal the config into Go value of type image.Image" };
  const rootfs = value["rootfs"];
  if (!isRecord(rootfs)) return { error: "invalid image JSON, no RootFS key" };
  const ids = rootfs["diff_ids"] ?? [];
  if (!isTexts(ids)) return { error: "invalid image JSON, its diff_ids are no list of digests" };
  const given = value["config"] ?? {};
  if (!isRecord(given)) return { error: "invalid image JSON, its config is no object" };
  for (const [name, fits] of Object.entries(FIELDS))
    if (given[name] !== undefined && given[name] !== null && !fits(given[name]))
      return { error: `invalid image JSON, ${name} of its config is of another type` };
  const history = value["history"] ?? [];
  if (!Array.isArray(history) || !history.every(isRecord))
    return { error: "invalid image JSON, its history is no list" };
  const config = Object.fromEntries(Object.entries(given).filter(([, field]) => field !== null));
  return {
    ...value,
    architecture: typeof value["architecture"] === "string" ? value["architecture"] : "",
    os: typeof value["os"] === "string" ? value["os"] : "",
    config,
    rootfs: { type: "layers", diff_ids: ids as ImageConfig["rootfs"]["diff_ids"] },
    history,
  };
}
