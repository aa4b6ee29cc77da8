import { type Digest, isDigest } from "../core/digest.ts";

/** What a manifest says of a blob or another manifest, as far as a registry looks. */
interface ManifestDescriptor {
  readonly digest: Digest;
  readonly size: number;
  readonly mediaType?: string;
  readonly urls?: readonly string[];
  /** Of a manifest in an index; its form is the client's to check. */
  readonly platform?: unknown;
}

/** What a registry reads of a manifest or an index; everything else is kept as it came. */
export interface ManifestFields {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: ManifestDescriptor;
  readonly layers?: readonly ManifestDescriptor[];
  readonly manifests?: readonly ManifestDescriptor[];
  /** Of the artifact manifest that release candidates of image-spec 1.1 had. */
  readonly blobs?: readonly ManifestDescriptor[];
  readonly subject?: ManifestDescriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDescriptor = (value: unknown): boolean =>
  isRecord(value) &&
  isDigest(String(value["digest"])) &&
  Number.isSafeInteger(value["size"]) &&
  Number(value["size"]) >= 0;

const isAbsentOr = (value: unknown, test: (value: unknown) => boolean): boolean =>
  value === undefined || test(value);

const isText = (value: unknown): boolean => typeof value === "string";
const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isDescriptor);

/** Reads a manifest of schema 2, of Docker or of the OCI, or an index. `type` is what the request calls it. */
export function readManifest(
  text: string,
  type: string | undefined,
): ManifestFields | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: "it is not JSON" };
  }
  if (!isRecord(value)) return { error: "it is no object" };
  if (value["schemaVersion"] !== 2) return { error: "its schemaVersion is not 2" };
  const own = value["mediaType"];
  if (type !== undefined && own !== undefined && own !== type)
    return { error: `its mediaType is ${JSON.stringify(own)}, the request's Content-Type ${type}` };
  const sound =
    isAbsentOr(own, isText) &&
    isAbsentOr(value["artifactType"], isText) &&
    isAbsentOr(value["config"], isDescriptor) &&
    isAbsentOr(value["layers"], isList) &&
    isAbsentOr(value["manifests"], isList) &&
    isAbsentOr(value["blobs"], isList) &&
    isAbsentOr(value["subject"], isDescriptor) &&
    isAbsentOr(value["annotations"], isRecord);
  if (!sound) return { error: "a field of it has another form than the specification says" };
  if (value["config"] === undefined && value["manifests"] === undefined && value["blobs"] === undefined)
    return { error: "it names neither a config nor manifests" };
  return value;
}
