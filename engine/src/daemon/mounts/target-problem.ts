/** Why nothing can be mounted there, undefined where it can (moby volume/mounts/linux_parser.go). */
export function targetProblem(target: string): string | undefined {
  if (target.replaceAll(/\/+/g, "/").replace(/(?<=.)\/$/, "") === "/")
    return "invalid specification: destination can't be '/'";
  return target.startsWith("/") ? undefined : `invalid mount path: '${target}' mount path must be absolute`;
}
