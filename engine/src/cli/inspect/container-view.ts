import { HOST_CONFIG } from "../../daemon/container-json/host-config.ts";
import { healthcheckView } from "./healthcheck-view.ts";
import { EMPTY, isList, isMap, NIL, print, Spoken, Struct, type Value } from "../template/value.ts";

type Fields = { readonly [key: string]: Value };
type View = (value: Value) => Value;

/**
 * A struct of the client's: fields that the engine left out have what is unset in Go, and JSON leaves them out again.
 *
 * @param last fields like the unset ones that stand behind all others
 * @param order of all fields, where the unset ones do not stand in front
 */
function struct(
  unset: Fields,
  inside: { readonly [key: string]: View } = {},
  last: Fields = {},
  order: readonly string[] = [],
): View {
  return (value) => {
    if (!isMap(value)) return value;
    const set: Record<string, Value> = {};
    for (const [name, own] of Object.entries(value)) set[name] = inside[name]?.(own) ?? own;
    const behind: Record<string, Value> = {};
    for (const [name, zero] of Object.entries(last)) {
      behind[name] = set[name] ?? zero;
      delete set[name];
    }
    const named = Object.fromEntries(order.map((name) => [name, set[name] ?? unset[name]]));
    const all = { ...named, ...unset, ...set, ...behind };
    return new Struct(all, all, (name) => !Object.hasOwn(value, name));
  };
}

const each =
  (view: View): View =>
  (value) => {
    if (isList(value)) return value.map(view);
    return isMap(value)
      ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, view(own)]))
      : value;
  };

const plain = struct({});

/** A mount point in the order of its fields: those that have none are empty (moby api/types/container/container.go, MountPoint). */
const mountPoint: View = (value) =>
  isMap(value)
    ? plain({
        Type: value["Type"],
        Name: value["Name"] ?? "",
        Source: value["Source"],
        Destination: value["Destination"],
        Driver: value["Driver"] ?? "",
        Mode: value["Mode"],
        RW: value["RW"],
        Propagation: value["Propagation"],
      })
    : value;

/** go-units has a text of its own for a limit. */
const ulimit: View = (value) =>
  isMap(value)
    ? new Spoken(value, `${print(value["Name"])}=${print(value["Soft"])}:${print(value["Hard"])}`)
    : value;

/** JSON of a mount point leaves out a name and a driver that it has not. */
const mount: View = (value) => {
  const seen = mountPoint(value);
  return isMap(value) && seen instanceof Struct
    ? new Struct(
        Object.fromEntries(seen.fields),
        Object.fromEntries(seen.fields),
        (name) => !Object.hasOwn(value, name),
      )
    : seen;
};

/** Fields of moby api/types/container/config.go, Config. */
const CONFIG =
  "Hostname Domainname User AttachStdin AttachStdout AttachStderr ExposedPorts Tty OpenStdin StdinOnce Env Cmd Healthcheck ArgsEscaped Image Volumes WorkingDir Entrypoint NetworkDisabled MacAddress OnBuild Labels StopSignal StopTimeout Shell".split(
    " ",
  );

/** `docker container inspect` as a template sees it: the client's own structs (moby api/types/container, InspectResponse). */
export const containerView: View = struct(
  { SizeRw: NIL, SizeRootFs: NIL },
  {
    State: struct({}, { Health: struct({}, { Log: each(plain) }) }, { Health: NIL }),
    HostConfig: struct(
      { Annotations: {}, StorageOpt: {}, Tmpfs: {}, Sysctls: {}, Mounts: null, Init: NIL },
      {
        LogConfig: plain,
        RestartPolicy: plain,
        PortBindings: each(each(plain)),
        Ulimits: each(ulimit),
        Mounts: each(plain),
        PidsLimit: (value) => value ?? NIL,
        MemorySwappiness: (value) => value ?? NIL,
      },
      {},
      HOST_CONFIG,
    ),
    GraphDriver: plain,
    Mounts: each(mount),
    Config: struct(
      {
        ExposedPorts: {},
        Healthcheck: NIL,
        ArgsEscaped: false,
        NetworkDisabled: false,
        MacAddress: "",
        StopSignal: "",
        StopTimeout: NIL,
        Shell: null,
      },
      {
        ExposedPorts: each(() => EMPTY),
        Volumes: each(() => EMPTY),
        Healthcheck: healthcheckView,
      },
      {},
      CONFIG,
    ),
    NetworkSettings: struct(
      {},
      {
        Ports: each(each(plain)),
        Networks: each(struct({}, { IPAMConfig: (value) => value ?? NIL })),
      },
    ),
  },
);
