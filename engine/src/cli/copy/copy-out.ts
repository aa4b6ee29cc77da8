import { treeAt } from "../../daemon/containers/container.ts";
import { mountedFiles } from "../../daemon/containers/container-files.ts";
import { findContainer } from "../../daemon/containers/find-container.ts";
import { textOf } from "../../shell/text/bytes-text.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerTar } from "../../vfs/layer-tar.ts";
import { clean, dirname, join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";
import { surroundings } from "../run/station-mounts.ts";
import { absolute } from "./copy-path.ts";
import { copySource } from "./copy-source.ts";
import { layDown, placeOf } from "./lay-down.ts";
import { sizeText } from "./size-text.ts";

/** `docker cp CONTAINER:SRC_PATH DEST_PATH` (docker/cli container/cp.go, copyFromContainer). */
export function copyOut(
  call: Call,
  from: { readonly name: string; readonly path: string },
  typed: string,
): number {
  const target = absolute(call.directory, typed);
  const above = dirname(clean(target));
  if (typed !== "-" && !call.files.exists(above))
    return call.fail(`invalid output path: directory ${JSON.stringify(above)} does not exist`);
  const container = findContainer(call.daemon.state, from.name);
  if ("error" in container) return call.fail(`Error response from daemon: ${container.error}`);
  const { state } = call.daemon;
  const files = mountedFiles(container, treeAt(container, state.time), surroundings(call).mounts, state);
  const path = absolute("/", from.path);
  const found = copySource(files, path, call.on("follow-link"));
  if ("missing" in found)
    return call.fail(
      `Error response from daemon: Could not find the file ${found.missing === path ? from.path : found.missing} in container ${from.name}`,
    );
  if ("noFolder" in found) return call.fail(`Error response from daemon: lstat ${path}: not a directory`);
  if (typed === "-") {
    const alone = new Map([[found.name, found.entry]]);
    call.out(textOf(layerTar(emptyDirectory(), { ...emptyDirectory(), children: alone })));
    return 0;
  }
  const there = call.files.stat(clean(target));
  const place = placeOf(found, target, typeof there === "string" ? undefined : there);
  if ("error" in place) return call.fail(place.error);
  // Files of the host belong to who copies them.
  const problem = layDown(call.files, place, found.entry, (entry) => ({ ...entry, uid: 0, gid: 0 }));
  if (problem) return call.fail(problem.error);
  if (call.terminal && !call.on("quiet"))
    call.err(`Successfully copied ${sizeText(found.entry)} to ${join(call.directory, typed)}\n`);
  return 0;
}
