import type { Machine } from "./machine.ts";
import { makeTar } from "./make-tar.ts";
import type { PlacedFile } from "./transcript.ts";

/** All files of a recorded context have this time; 2024-01-01T00:00:00Z in seconds. */
export const CONTEXT_TIME = 1_704_067_200;

/** Lays a file down; the folders that it stands in are as old as it is. */
export function placeFile(machine: Machine, path: string, file: PlacedFile): void {
  put(machine, path, file);
  const names = path.split("/");
  for (let depth = names.length - 1; depth > 0; depth--)
    machine.touch(names.slice(0, depth).join("/"), CONTEXT_TIME);
}

function put(machine: Machine, path: string, file: PlacedFile): void {
  const mtime = CONTEXT_TIME;
  if (file.kind === "link") machine.put(path, { link: file.target, mtime });
  else if (file.kind === "folder")
    machine.put(path, { directory: true, mode: octal(file.mode ?? "0755"), mtime });
  else
    machine.put(path, {
      content: bytesOf(file),
      mode: octal(("mode" in file ? file.mode : undefined) ?? "0644"),
      mtime,
    });
}

/** Edits a file a minute later; its mode stays. */
export function editFile(machine: Machine, path: string, file: PlacedFile): void {
  if (file.kind === "link" || file.kind === "folder") throw new Error(`${path}: only a file can be written`);
  machine.put(path, { content: bytesOf(file), mtime: CONTEXT_TIME + 60 });
}

export const octal = (mode: string): number => Number.parseInt(mode, 8);

function bytesOf(file: Exclude<PlacedFile, { kind: "link" | "folder" }>): Uint8Array {
  if (file.kind === "text") return new TextEncoder().encode(file.text);
  return file.kind === "base64"
    ? new Uint8Array(Buffer.from(file.base64, "base64"))
    : makeTar(file, CONTEXT_TIME);
}
