import { isList, isMap, Struct, type Value } from "./value.ts";

/** Fields of Docker's objects that are maps in Go; every other object is a struct. */
const MAPS: ReadonlySet<string> = new Set(
  "Annotations Attributes Containers Data DriverOpts ExposedPorts IndexConfigs Labels Networks Options PortBindings Ports Runtimes Status StorageOpt Sysctls Tmpfs Volumes".split(
    " ",
  ),
);

const known = new WeakSet<object>();

/** Notes which objects inside of this one are maps in Go, so that a name that is not there is no error. */
export function noteMaps(value: Value, name = ""): void {
  if (isList(value)) for (const one of value) noteMaps(one);
  if (value instanceof Struct) for (const [key, inner] of value.fields) noteMaps(inner, key);
  if (!isMap(value)) return;
  if (MAPS.has(name)) known.add(value);
  for (const [key, inner] of Object.entries(value)) noteMaps(inner, key);
}

/** Is the object one that `noteMaps` has noted? */
export const isRealMap = (value: object): boolean => known.has(value);
