import { notSimulated } from "../../core/engine-error.ts";
import { join } from "../../vfs/path.ts";
import type { Mount } from "../containers/container.ts";
import { isPropagation } from "./bind-mode.ts";
import type { MountRequest } from "./mount-request.ts";
import { targetProblem } from "./target-problem.ts";

const GIVEN = ["BindOptions", "VolumeOptions", "ImageOptions", "TmpfsOptions"] as const;

/**
 * A mount that `--mount` asks for; `error` is all after `Error response from daemon: ` (moby volume/mounts/linux_parser.go,
 * validateMountConfigImpl).
 * @param exists is that path of the host there?
 * @throws {EngineError} NOT_SIMULATED
 */
export function requestedMount(
  request: MountRequest,
  exists: (path: string) => boolean,
): Mount | { readonly error: string } {
  const { Type, Source = "", Target, ReadOnly = false } = request;
  const problem = targetProblem(Target) ?? problemOf(request, exists);
  if (problem !== undefined)
    return { error: `invalid mount config for type ${JSON.stringify(Type)}: ${problem}` };
  if (Type === "npipe" || Type === "cluster" || Type === "image")
    throw notSimulated(`mounts of type ${Type}`, `mount it at ${Target}`);
  const volume = request.VolumeOptions ?? {};
  if (volume["Subpath"] !== undefined || volume["DriverConfig"] !== undefined)
    throw notSimulated("volumes with a driver's options or a part of a volume", `mount it at ${Target}`);
  const kind = Type as Mount["kind"];
  const propagation = request.BindOptions?.["Propagation"];
  const mode = request.TmpfsOptions?.["Mode"];
  return {
    kind,
    source: kind === "bind" ? join("/", Source) : Source,
    target: join("/", Target),
    readOnly: ReadOnly,
    mode: kind === "volume" ? "z" : "",
    ...(kind === "bind" && { mustExist: true }),
    ...(typeof propagation === "string" && { propagation }),
    ...(volume["NoCopy"] === true && { noCopy: true }),
    ...(typeof mode === "number" && { permissions: mode }),
  };
}

function problemOf(request: MountRequest, exists: (path: string) => boolean): string | undefined {
  const { Type, Source = "", ReadOnly } = request;
  const extra = (own: string): string | undefined =>
    GIVEN.map((name) =>
      name !== own && request[name] ? `field ${name} must not be specified` : undefined,
    ).find((why) => why !== undefined);
  switch (Type) {
    case "bind": {
      if (Source === "") return "field Source must not be empty";
      const propagation = request.BindOptions?.["Propagation"] ?? "";
      if (typeof propagation === "string" && propagation !== "" && !isPropagation(propagation))
        return `invalid propagation mode: ${propagation}`;
      if (extra("BindOptions") !== undefined) return extra("BindOptions");
      if (!Source.startsWith("/")) return `invalid mount path: '${Source}' mount path must be absolute`;
      return exists(Source) ? undefined : `bind source path does not exist: ${Source}`;
    }
    case "volume": {
      if (extra("VolumeOptions") !== undefined) return extra("VolumeOptions");
      const subpath = request.VolumeOptions?.["Subpath"];
      if (Source === "" && subpath !== undefined) return "must not set Subpath when using anonymous volumes";
      return Source === "" && ReadOnly
        ? "must not set ReadOnly mode when using anonymous volumes"
        : undefined;
    }
    case "tmpfs":
      return extra("TmpfsOptions") ?? (Source === "" ? undefined : "field Source must not be specified");
    case "image":
      return Source === "" ? "field Source must not be empty" : undefined;
    case "npipe":
    case "cluster":
      return undefined;
    default:
      return "mount type unknown";
  }
}
