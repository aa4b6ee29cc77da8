import type { Json } from "../../core/json.ts";
import { Typed } from "../template/typed.ts";
import { isList, isMap, isTrue, NIL, type Value } from "../template/value.ts";

/** A struct whose JSON leaves out what is not set. */
class Spec extends Typed {
  override toJSON(): Record<string, Value> {
    const all = super.toJSON();
    return Object.fromEntries(Object.entries(all).filter(([, value]) => isTrue(value)));
  }
}

type Fields = readonly (readonly [name: string, key: string, zero: Value])[];

const HISTORY: Fields = [
  ["Created", "created", ""],
  ["CreatedBy", "created_by", ""],
  ["Author", "author", ""],
  ["Comment", "comment", ""],
  ["EmptyLayer", "empty_layer", false],
];
const CONFIG: Fields = [
  ["User", "User", ""],
  ["ExposedPorts", "ExposedPorts", {}],
  ["Env", "Env", []],
  ["Entrypoint", "Entrypoint", []],
  ["Cmd", "Cmd", []],
  ["Volumes", "Volumes", {}],
  ["WorkingDir", "WorkingDir", ""],
  ["Labels", "Labels", {}],
  ["StopSignal", "StopSignal", ""],
  ["ArgsEscaped", "ArgsEscaped", false],
  ["Healthcheck", "Healthcheck", NIL],
  ["OnBuild", "OnBuild", []],
  ["Shell", "Shell", []],
];
const IMAGE: Fields = [
  ["Created", "created", ""],
  ["Author", "author", ""],
  ["Architecture", "architecture", ""],
  ["Variant", "variant", ""],
  ["OS", "os", ""],
  ["OSVersion", "os.version", ""],
  ["OSFeatures", "os.features", []],
];

const valueAt = (from: Value, key: string): Value =>
  isMap(from) && Object.hasOwn(from, key) ? from[key] : undefined;

const spec = (type: string, fields: Fields, from: Value): Spec =>
  new Spec(
    type,
    Object.fromEntries(fields.map(([name, key, zero]) => [name, valueAt(from, key) ?? zero])),
    Object.fromEntries(fields.map(([name, key]) => [name, key])),
  );

/** An image's config as a template sees it (moby/docker-image-spec, DockerOCIImage). */
export function imageSpecView(config: Json): Typed {
  const history = valueAt(config, "history");
  const rootfs: Fields = [
    ["Type", "type", ""],
    ["DiffIDs", "diff_ids", []],
  ];
  const plain = IMAGE.map(([name, key, zero]) => [name, valueAt(config, key) ?? zero] as const);
  return new Spec(
    "dockerspec.DockerOCIImage",
    {
      ...Object.fromEntries(plain),
      Config: spec("dockerspec.DockerOCIImageConfig", CONFIG, valueAt(config, "config")),
      RootFS: spec("v1.RootFS", rootfs, valueAt(config, "rootfs")),
      History: (isList(history) ? history : []).map((one) => spec("v1.History", HISTORY, one)),
    },
    {
      ...Object.fromEntries(IMAGE.map(([name, key]) => [name, key])),
      Config: "config",
      RootFS: "rootfs",
      History: "history",
    },
  );
}

/** What imagetools knows of an attestation where there is none. */
export const noAttestation = (type: string, field: string): Typed => new Spec(type, { [field]: NIL });
