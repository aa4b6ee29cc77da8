import type { BuildRequest } from "../build/request.ts";
import type { Directory } from "../vfs/entry.ts";
import { emptyDirectory, type FileSystem } from "../vfs/file-system.ts";
import { dirname, join } from "../vfs/path.ts";

/** Context, Dockerfile and ignore file of a folder, as `docker build -f FILE FOLDER` finds them. A missing folder is an empty context. */
export function readContext(
  files: FileSystem,
  directory: string,
  folder: string,
  file: string | undefined,
): Pick<BuildRequest, "directory" | "context" | "dockerfile" | "ignore"> {
  files.snapshot();
  const root = join(directory, folder);
  const entry = files.stat(root);
  const context: Directory =
    typeof entry !== "string" && entry.kind === "directory" ? entry : emptyDirectory();
  const path = file === undefined ? join(root, "Dockerfile") : join(directory, file);
  const text = (where: string): string | undefined => {
    const content = files.read(where);
    return typeof content === "string" ? undefined : content.text;
  };
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    directory: root,
    context,
    dockerfile: { name, text: text(path) },
    ignore: text(`${dirname(path)}/${name}.dockerignore`) ?? text(join(root, ".dockerignore")),
  };
}
