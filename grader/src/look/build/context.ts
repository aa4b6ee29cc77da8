import { applyIgnore, type FileState, parseIgnore, treeOf } from "@drydock/engine";
import { textOf } from "../../edit.ts";
import { contextFolder } from "../../rubric/dockerfile-path.ts";
import type { Subject } from "../../subject.ts";

/** What the builder would be sent, and the ignore file that decides it. */
export interface SentContext {
  /** Paths of every file of the folder, those that stay at home included. */
  readonly all: readonly string[];
  /** Paths of files, sorted. */
  readonly sent: readonly string[];
  readonly ignoreName: string | undefined;
  readonly ignoreText: string;
}

/** The context after .dockerignore; `extra` is laid into it for this look only. `Dockerfile.dockerignore` goes before `.dockerignore`. */
export function sentContext(subject: Subject, extra: FileState = {}): SentContext {
  const folder = contextFolder(subject.lesson.rubric.image);
  const files: Record<string, FileState[string]> = {};
  for (const [path, value] of Object.entries(subject.files))
    if (path.startsWith(folder)) files[path.slice(folder.length)] = value;
  Object.assign(files, extra);
  const own = `${subject.dockerfileName}.dockerignore`;
  const usual = `${folder}.dockerignore`;
  const ignoreName = own in subject.files ? own : ".dockerignore" in files ? usual : undefined;
  const ignoreText =
    (ignoreName === own ? subject.text(own) : ignoreName && textOf(files[".dockerignore"])) ?? "";
  const { sent } = applyIgnore(treeOf(files), parseIgnore(ignoreText));
  return {
    all: Object.keys(files),
    sent: sent.map((path) => path.replace(/^\//, "")),
    ignoreName,
    ignoreText,
  };
}

/** The path and the folders it lies in: `a/b/c`, `a/b`, `a`. */
export function withFolders(path: string): string[] {
  const out = [path];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    out.push(path.slice(0, at));
  return out;
}
