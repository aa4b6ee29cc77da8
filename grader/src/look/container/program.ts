import { FileSystem, type Image } from "@drydock/engine";
import { environment } from "./env.ts";

/** Where programs are looked for without a PATH. */
export const DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Where the image's own PATH finds a program that can be executed. */
export function programPath(image: Image, name: string): string | undefined {
  const files = new FileSystem(image.tree, () => 0);
  const folders = name.includes("/")
    ? [""]
    : (environment(image).get("PATH") ?? DEFAULT_PATH).split(":").map((folder) => `${folder}/`);
  for (const folder of folders) {
    const path = `${folder}${name}`;
    const entry = path.startsWith("/") ? files.stat(path) : "ENOENT";
    if (typeof entry !== "string" && entry.kind === "file" && (entry.mode & 0o111) !== 0) return path;
  }
  return undefined;
}
