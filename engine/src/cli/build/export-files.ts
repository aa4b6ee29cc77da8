import { Content } from "../../vfs/content.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerTar } from "../../vfs/layer-tar.ts";
import { textOf } from "../../shell/text/bytes-text.ts";
import { join } from "../../vfs/path.ts";
import { makeFolders } from "../../daemon/containers/container-files.ts";
import type { Call } from "../command.ts";

/** `--output type=local`: lays the image's files into a folder of the host, over what is there. */
export function exportFiles(call: Call, tree: Directory, destination: string): void {
  const root = join(call.directory, destination);
  makeFolders(call.files, root);
  for (const [name, entry] of tree.children) call.files.place(`${root}/${name}`, entry);
}

/** `--output type=tar`: the image's files as one archive, on standard output or in a file of the host. */
export function exportTar(call: Call, tree: Directory, destination: string): void {
  const bytes = layerTar(emptyDirectory(), tree);
  if (destination === "-") call.out(textOf(bytes));
  else call.files.write(join(call.directory, destination), Content.of(bytes));
}

/** Writes a text where the caller stands. @returns whether it could */
export const writeText = (call: Call, path: string, text: string): boolean =>
  call.files.write(join(call.directory, path), Content.of(text)) === undefined;
